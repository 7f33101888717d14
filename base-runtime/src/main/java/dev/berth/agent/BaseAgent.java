package dev.berth.agent;

import java.lang.instrument.Instrumentation;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the JVM's instrumentation until a base takes it, and leads from changed methods of the JDK to the base's guard.
 *
 * <p>The JVM starts it for {@code Launcher-Agent-Class} in the manifest of the jar that {@code java -jar} runs, or for
 * {@code -javaagent}. It does nothing itself. The class is defined by the system class loader, where changed
 * methods of the JDK find it without anything on the bootstrap class path, which would turn class-data sharing off. It needs
 * nothing but the JDK, since in an executable jar it lies beside all libraries.
 */
public final class BaseAgent implements BiConsumer<String, @Nullable Object> {

    /** Does nothing; a base that ends puts it back. */
    public static final BiConsumer<String, @Nullable Object> NONE = new BaseAgent();

    /** What the JVM gave; {@code null} in one that was started without the agent. */
    public static volatile @Nullable Instrumentation instrumentation;

    /** Is told what was called in the JDK and with which argument; does nothing unless a base has put its own here. */
    public static volatile BiConsumer<String, @Nullable Object> guard = NONE;

    private BaseAgent() {}

    /** Is called by the JVM for an executable jar. */
    public static void agentmain(@Nullable String options, Instrumentation given) {
        instrumentation = given;
    }

    /** Is called by the JVM for {@code -javaagent}. */
    public static void premain(@Nullable String options, Instrumentation given) {
        instrumentation = given;
    }

    @Override
    public void accept(String called, @Nullable Object argument) {
        // Nobody is there who would mind
    }
}
