package dev.berth.guard;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.ClassWriter;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;

/** Writes a class of the JDK anew, with hooks in some of its methods; all else stays byte for byte. */
final class HookWriter extends ClassVisitor {

    private final List<JdkHook> hooks;
    private final Set<JdkHook> found = new HashSet<>();

    private HookWriter(ClassVisitor next, List<JdkHook> hooks) {
        super(Opcodes.ASM9, next);
        this.hooks = hooks;
    }

    /**
     * Writes a class.
     *
     * @param original its class file
     * @param hooks the hooks in it
     * @param found takes those whose methods are there
     * @throws IllegalArgumentException when the class file is newer than what can be read
     */
    static byte[] write(byte[] original, List<JdkHook> hooks, Set<JdkHook> found) {
        ClassReader reader = new ClassReader(original);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_FRAMES);
        HookWriter visitor = new HookWriter(writer, hooks);
        reader.accept(visitor, 0);
        found.addAll(visitor.found);
        return writer.toByteArray();
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
        for (JdkHook hook : hooks) {
            if (hook.method().equals(name) && hook.descriptor().equals(descriptor)) {
                found.add(hook);
                return new HookedMethod(method, hook);
            }
        }
        return method;
    }
}
