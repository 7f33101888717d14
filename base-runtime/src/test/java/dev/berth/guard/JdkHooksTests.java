package dev.berth.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JdkHooksTests {

    private final List<String> calls = new ArrayList<>();

    @Test
    void installWhenClassesCanBeReadIsOnAndTransformsNothingAfterwards() {
        // When
        GuardState state = JdkHooks.install(jvm(false));
        // Then
        assertThat(state.on()).isTrue();
        assertThat(calls).containsExactly("addTransformer", "retransformClasses", "removeTransformer");
    }

    @Test
    void installWhenClassesAreOfAJavaToComeIsOffWithTheReasonAndLeavesThemAsTheyWere() {
        // When
        GuardState state = JdkHooks.install(jvm(true));
        // Then
        assertThat(state.on()).isFalse();
        assertThat(state.reason()).contains("The agent can't change classes of Java", "IllegalArgumentException");
        assertThat(state.remedy()).contains("Java version");
        assertThat(calls)
                .containsExactly("addTransformer", "retransformClasses", "removeTransformer", "retransformClasses");
    }

    @Test
    void archiveRecordingIsSeenInTheArguments() {
        assertThat(ArchiveRecording.isIn(List.of("-Xmx1g", "-XX:AOTCacheOutput=base.aot")))
                .isTrue();
        assertThat(ArchiveRecording.isIn(List.of("-Xmx1g", "-XX:AOTCache=base.aot")))
                .isFalse();
    }

    /** A JVM whose classes are those of this one, or have a kind of constant of a Java to come. */
    private Instrumentation jvm(boolean newer) {
        List<ClassFileTransformer> transformers = new ArrayList<>();
        return (Instrumentation) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Instrumentation.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "isRetransformClassesSupported" -> {
                            return true;
                        }
                        case "addTransformer" -> transformers.add((ClassFileTransformer) arguments[0]);
                        case "removeTransformer" -> transformers.remove(arguments[0]);
                        case "retransformClasses" -> {
                            for (Class<?> type : (Class<?>[]) arguments[0]) {
                                byte[] bytes = type.getResourceAsStream(type.getSimpleName() + ".class")
                                        .readAllBytes();
                                bytes[HookWriterTests.FIRST_CONSTANT] =
                                        newer ? 99 : bytes[HookWriterTests.FIRST_CONSTANT];
                                for (ClassFileTransformer transformer : transformers) {
                                    transformer.transform(null, type.getName(), type, null, bytes);
                                }
                            }
                        }
                        default -> throw new IllegalStateException(method.getName());
                    }
                    calls.add(method.getName());
                    return method.getReturnType() == boolean.class ? true : null;
                });
    }
}
