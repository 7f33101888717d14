package dev.berth.web.session;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.util.ConcurrentModificationException;
import org.apache.catalina.util.CustomObjectInputStream;

/**
 * Copies a value from the classes of one loader to those of another, by Java serialisation.
 *
 * <p>The bytes never leave the JVM: nothing is read here that was not written here.
 */
final class ObjectCopy {

    /** How often a value is tried that others change meanwhile. */
    private static final int TRIES = 3;

    private ObjectCopy() {}

    /**
     * Writes a value with the classes that it is made of.
     *
     * @throws NotCarried when it, or something that it refers to, can't be written
     */
    static byte[] write(Object value, ClassLoader home) throws NotCarried {
        return within(home, () -> write(value, TRIES));
    }

    private static byte[] write(Object value, int tries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream stream = new Writer(bytes)) {
            stream.writeObject(value);
        } catch (ConcurrentModificationException changing) {
            if (tries > 1) {
                return write(value, tries - 1);
            }
            throw changing;
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a value with the classes of a loader.
     *
     * @throws NotCarried when these are missing or don't fit
     */
    static Object read(byte[] bytes, ClassLoader loader) throws NotCarried {
        return within(loader, () -> {
            try (ObjectInputStream stream = new CustomObjectInputStream(new ByteArrayInputStream(bytes), loader)) {
                return stream.readObject();
            }
        });
    }

    private static <T> T within(ClassLoader loader, Step<T> step) throws NotCarried {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return step.run();
        } catch (IOException | ReflectiveOperationException | RuntimeException | LinkageError failure) {
            throw NotCarried.because(failure);
        } catch (StackOverflowError tooDeep) {
            // A border to a biz: a long chain of objects costs this value and nothing else
            throw NotCarried.because(tooDeep);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /**
     * Writes objects, but no reference to the beans of a revision: Spring writes the id of their context in its place,
     * which is that of other revisions and other biz as well, and would read the beans of any of them.
     */
    private static final class Writer extends ObjectOutputStream {

        private static final String BEANS =
                "org.springframework.beans.factory.support.DefaultListableBeanFactory$SerializedBeanFactoryReference";

        private Writer(OutputStream target) throws IOException {
            super(target);
            enableReplaceObject(true);
        }

        @Override
        protected Object replaceObject(Object value) throws NotSerializableException {
            if (value.getClass().getName().equals(BEANS)) {
                throw new NotSerializableException("a proxy of Spring, which refers to the beans of its revision");
            }
            return value;
        }
    }

    private interface Step<T> {

        T run() throws IOException, ReflectiveOperationException;
    }
}
