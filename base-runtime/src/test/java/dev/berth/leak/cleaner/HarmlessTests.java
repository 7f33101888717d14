package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.concurrent.GlobalEventExecutor;
import java.beans.PropertyEditorManager;
import java.beans.PropertyEditorSupport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.ref.Cleaner;
import java.lang.reflect.Proxy;
import java.util.ServiceLoader;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks like a leak, was one once, and is none on the JDKs and with the libraries of today. */
class HarmlessTests {

    @ParameterizedTest
    @ValueSource(
            classes = {
                Serialisation.class,
                XmlFactories.class,
                Services.class,
                PropertyEditors.class,
                OwnCleaner.class,
                Proxies.class,
                NettyGlobalExecutor.class
            })
    void runWhenPlaceIsHarmlessHoldsNothing(Class<? extends Runnable> place) {
        // Given
        GlobalEventExecutor.INSTANCE.execute(() -> {});
        TinyBiz biz = TinyBiz.run(place);
        // Then
        assertThat(biz.isCollected()).isTrue();
    }

    /** The classes that streams remember. */
    public static class Serialisation implements Runnable {

        @Override
        public void run() {
            try {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                    out.writeObject(new Value());
                }
                new OwnStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        }

        static class Value implements Serializable {
            private static final long serialVersionUID = 1L;
        }

        /** Streams audit their subclasses once. */
        static class OwnStream extends ObjectInputStream {

            OwnStream(java.io.InputStream in) throws java.io.IOException {
                super(in);
            }

            @Override
            protected Class<?> resolveClass(java.io.ObjectStreamClass type) throws ClassNotFoundException {
                return Class.forName(type.getName(), false, OwnStream.class.getClassLoader());
            }
        }
    }

    /** Factories that are looked up by the context loader. */
    public static class XmlFactories implements Runnable {

        @Override
        public void run() {
            try {
                DocumentBuilderFactory.newInstance().newDocumentBuilder();
                SAXParserFactory.newInstance().newSAXParser();
                XPathFactory.newInstance().newXPath().compile("/a");
                TransformerFactory.newInstance()
                        .newTransformer()
                        .transform(new StreamSource(new StringReader("<a/>")), new StreamResult(new StringWriter()));
                throw new IllegalStateException("thrown by the biz");
            } catch (IllegalStateException expected) {
                return;
            } catch (Exception failure) {
                throw new IllegalArgumentException(failure);
            }
        }
    }

    public static class Services implements Runnable {

        @Override
        public void run() {
            ServiceLoader.load(java.sql.Driver.class).stream().toList();
            java.nio.charset.Charset.availableCharsets();
            java.nio.file.spi.FileSystemProvider.installedProviders();
        }
    }

    public static class PropertyEditors implements Runnable {

        @Override
        public void run() {
            PropertyEditorManager.registerEditor(Value.class, Editor.class);
            PropertyEditorManager.findEditor(Value.class);
        }

        static class Value {}

        public static class Editor extends PropertyEditorSupport {}
    }

    public static class OwnCleaner implements Runnable {

        static final Cleaner CLEANER = Cleaner.create();

        @Override
        public void run() {
            CLEANER.register(new Object(), () -> {});
        }
    }

    public static class Proxies implements Runnable {

        @Override
        public void run() {
            Object proxy = Proxy.newProxyInstance(
                    Proxies.class.getClassLoader(), new Class<?>[] {Calls.class}, (self, method, arguments) -> null);
            ((Calls) proxy).call();
        }

        interface Calls {
            void call();
        }
    }

    /** Netty starts its thread without a context loader. */
    public static class NettyGlobalExecutor implements Runnable {

        @Override
        public void run() {
            GlobalEventExecutor.INSTANCE.submit(() -> {}).awaitUninterruptibly();
        }
    }
}
