package dev.berth.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;

/** The classes of the very JDK that runs this test. */
class HookWriterTests {

    /** Where a class file says of which kind its first constant is. */
    static final int FIRST_CONSTANT = 10;

    static Stream<Class<?>> types() {
        return JdkHook.all().stream().<Class<?>>map(JdkHook::type).distinct();
    }

    @ParameterizedTest
    @MethodSource("types")
    void writeFindsEveryMethodOfThisJdkAndCallsTheGuardInNoOther(Class<?> type) throws IOException {
        // Given
        List<JdkHook> hooks =
                JdkHook.all().stream().filter(hook -> hook.type() == type).toList();
        Set<JdkHook> found = new HashSet<>();
        // When
        byte[] written = HookWriter.write(original(type), hooks, found);
        // Then
        assertThat(found).containsExactlyInAnyOrderElementsOf(hooks);
        assertThat(hooked(written))
                .containsExactlyInAnyOrderElementsOf(hooks.stream()
                        .map(hook -> hook.method() + hook.descriptor())
                        .toList());
        assertThat(methods(written)).isEqualTo(methods(original(type)));
    }

    @Test
    void writeOfAClassFileOfAJavaToComeFails() throws IOException {
        // Given
        byte[] newer = original(Runtime.class);
        newer[FIRST_CONSTANT] = 99;
        // Then
        assertThatThrownBy(() -> HookWriter.write(newer, JdkHook.all(), new HashSet<>()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] original(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            return in.readAllBytes();
        }
    }

    private static List<String> methods(byte[] type) {
        List<String> methods = new ArrayList<>();
        new ClassReader(type)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] exceptions) {
                                methods.add(access + " " + name + descriptor);
                                return null;
                            }
                        },
                        ClassReader.SKIP_CODE);
        return methods;
    }

    private static List<String> hooked(byte[] type) {
        List<String> methods = new ArrayList<>();
        new ClassReader(type)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] exceptions) {
                                return new MethodVisitor(Opcodes.ASM9) {
                                    @Override
                                    public void visitLdcInsn(Object value) {
                                        if (value.equals(HookedMethod.AGENT) && !methods.contains(name + descriptor)) {
                                            methods.add(name + descriptor);
                                        }
                                    }
                                };
                            }
                        },
                        0);
        return methods;
    }
}
