package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.ErrorManager;
import java.util.logging.Filter;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.XMLFormatter;
import org.junit.jupiter.api.Test;

class JdkLoggingTests {

    /** A logger that stays, because somebody else has it. */
    private static final Logger KEPT = Logger.getLogger("tiny.kept");

    @Test
    void cleanWhenBizAddedAHandlerAndAFilterRemovesThem() {
        // Given
        Logger root = Logger.getLogger("");
        int handlers = root.getHandlers().length;
        JdkLogging cleaner = new JdkLogging();
        TinyBiz biz = TinyBiz.run(Adding.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        List<String> messages = biz.clean(cleaner);
        // Then
        assertThat(messages)
                .hasSize(2)
                .contains("Handler " + Adding.class.getName()
                        + "$OwnHandler at logger '' of java.util.logging was removed");
        assertThat(biz.isCollected()).isTrue();
        assertThat(root.getHandlers()).hasSize(handlers);
    }

    @Test
    void cleanWhenBizAddedPartsToAHandlerOfTheBasePutsBackItsPartsAndLeavesTheHandler() {
        // Given
        Handler ofBase = new ConsoleHandler();
        Filter filter = line -> true;
        Formatter formatter = new XMLFormatter();
        ErrorManager errors = new ErrorManager();
        ofBase.setFilter(filter);
        ofBase.setFormatter(formatter);
        ofBase.setErrorManager(errors);
        ofBase.setLevel(Level.SEVERE);
        Logger root = Logger.getLogger("");
        root.addHandler(ofBase);
        Base.slot = ofBase;
        JdkLogging cleaner = new JdkLogging();
        TinyBiz biz = TinyBiz.run(ChangingAHandler.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        List<String> messages = biz.clean(cleaner);
        // Then
        root.removeHandler(ofBase);
        Base.slot = null;
        assertThat(messages)
                .hasSize(4)
                .contains("Filter " + ChangingAHandler.class.getName()
                        + "$Mask of handler java.util.logging.ConsoleHandler at logger '' of java.util.logging was"
                        + " replaced by what was there before");
        assertThat(ofBase.getFilter()).isSameAs(filter);
        assertThat(ofBase.getFormatter()).isSameAs(formatter);
        assertThat(ofBase.getErrorManager()).isSameAs(errors);
        assertThat(ofBase.getLevel()).isSameAs(Level.SEVERE);
        assertThat(biz.isCollected()).isTrue();
    }

    @Test
    void cleanWhenBizChangedAHandlerThatCameLaterLeavesOneThatWorks() {
        // Given
        Handler late = new ConsoleHandler();
        JdkLogging cleaner = new JdkLogging();
        Logger root = Logger.getLogger("");
        root.addHandler(late);
        Base.slot = late;
        TinyBiz biz = TinyBiz.run(ChangingAHandler.class);
        // When
        biz.clean(cleaner);
        // Then
        boolean stays = List.of(root.getHandlers()).contains(late);
        root.removeHandler(late);
        Base.slot = null;
        assertThat(stays).isTrue();
        assertThat(late.getFilter()).isNull();
        assertThat(late.getFormatter()).isInstanceOf(SimpleFormatter.class);
        assertThat(biz.isCollected()).isTrue();
    }

    @Test
    void cleanWhenBizReplacedAFilterOfTheBasePutsThatBack() {
        // Given
        Logger root = Logger.getLogger("");
        Filter ofBase = line -> true;
        root.setFilter(ofBase);
        JdkLogging cleaner = new JdkLogging();
        TinyBiz biz = TinyBiz.run(Adding.class);
        // When
        biz.clean(cleaner);
        // Then
        Filter now = root.getFilter();
        root.setFilter(null);
        assertThat(now).isSameAs(ofBase);
        assertThat(biz.isCollected()).isTrue();
    }

    @Test
    void cleanWhenBizSetALevelOfItsOwnClassPutsBackThatOfTheBase() {
        // Given
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        JdkLogging cleaner = new JdkLogging();
        TinyBiz biz = TinyBiz.run(WithLevel.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        List<String> messages = biz.clean(cleaner);
        // Then
        assertThat(messages)
                .containsExactlyInAnyOrder(
                        "Level " + WithLevel.class.getName()
                                + "$Loud at logger '' of java.util.logging was replaced by what was there before",
                        "Level " + WithLevel.class.getName()
                                + "$Loud at logger 'tiny.kept' of java.util.logging was replaced by what was there before");
        assertThat(biz.isCollected()).isTrue();
        assertThat(root.getLevel()).isSameAs(before);
        assertThat(KEPT.getLevel()).isNull();
    }

    public static class Adding implements Runnable {

        @Override
        public void run() {
            Logger.getLogger("").addHandler(new OwnHandler());
            Logger.getLogger("").setFilter(line -> true);
        }

        static class OwnHandler extends Handler {
            @Override
            public void publish(LogRecord line) {}

            @Override
            public void flush() {}

            @Override
            public void close() {}
        }
    }

    public static class ChangingAHandler implements Runnable {

        @Override
        public void run() {
            Handler handler = (Handler) Base.slot;
            handler.setFilter(new Mask());
            handler.setFormatter(new Format());
            handler.setErrorManager(new Errors());
            handler.setLevel(new Loud());
        }

        static class Mask implements Filter {
            @Override
            public boolean isLoggable(LogRecord line) {
                return true;
            }
        }

        static class Format extends SimpleFormatter {}

        static class Errors extends ErrorManager {}

        static class Loud extends Level {
            Loud() {
                super("LOUDER", 1_235);
            }
        }
    }

    public static class WithLevel implements Runnable {

        @Override
        public void run() {
            Level loud = new Loud();
            Logger.getLogger("").setLevel(loud);
            Logger.getLogger("tiny.kept").setLevel(loud);
        }

        static class Loud extends Level {
            Loud() {
                super("LOUD", 1_234);
            }
        }
    }
}
