package dev.berth.ark;

import org.jspecify.annotations.Nullable;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.ClassWriter;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.SpringAsmInfo;

/**
 * Mends classes that let Spring choose the loader of a proxy, which takes the one of spring-aop then.
 *
 * <p>That is the base's, which doesn't know the types of a library that a biz brings. The mended class asks for the same
 * proxy by the context loader, as others do. In an application of its own both are one loader.
 */
final class ProxiesOfOwnTypes {

    /** Spring Data JPA 4 calls it with a loader that it has not been given yet. */
    private static final String MENDED =
            "org.springframework.data.jpa.repository.support.CrudMethodMetadataPostProcessor";

    private static final String FACTORY = "org/springframework/aop/framework/ProxyFactory";

    private ProxiesOfOwnTypes() {}

    static boolean concern(String className) {
        return className.equals(MENDED);
    }

    /** Returns the class file with calls that leave the loader to the thread. */
    static byte[] mend(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new Mending(writer), 0);
        return writer.toByteArray();
    }

    private static final class Mending extends ClassVisitor {

        Mending(ClassWriter writer) {
            super(SpringAsmInfo.ASM_VERSION, writer);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new Calls(super.visitMethod(access, name, descriptor, signature, exceptions));
        }
    }

    private static final class Calls extends MethodVisitor {

        Calls(MethodVisitor next) {
            super(SpringAsmInfo.ASM_VERSION, next);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (owner.equals(FACTORY) && descriptor.equals("(Ljava/lang/ClassLoader;)Ljava/lang/Object;")) {
                super.visitInsn(Opcodes.POP);
                super.visitMethodInsn(opcode, owner, name, "()Ljava/lang/Object;", isInterface);
            } else {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            }
        }
    }
}
