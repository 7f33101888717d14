package dev.berth.guard;

import org.springframework.asm.Label;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;

/**
 * Adds the call of the guard to a method of the JDK.
 *
 * <p>The JDK knows no class of a base, so the call goes by way of the system class loader to the one field of the agent that
 * holds the guard. The field always holds something, which does nothing without a base.
 */
final class HookedMethod extends MethodVisitor {

    /** The class of the agent, which the system class loader defines; another copy of it would not do. */
    static final String AGENT = "dev.berth.agent.BaseAgent";

    private static final String FIELD = "guard";

    private final JdkHook hook;

    HookedMethod(MethodVisitor next, JdkHook hook) {
        super(Opcodes.ASM9, next);
        this.hook = hook;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        if (hook.when() == JdkHook.When.BEFORE) {
            callGuard();
        }
    }

    @Override
    public void visitInsn(int opcode) {
        boolean returns = opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
        if (returns && hook.when() == JdkHook.When.AFTER) {
            callGuard();
        } else if (returns && hook.when() == JdkHook.When.AFTER_IN_SYSTEM_PROPERTIES) {
            Label other = new Label();
            visitVarInsn(Opcodes.ALOAD, 0);
            invoke(Opcodes.INVOKESTATIC, "java/lang/System", "getProperties", "()Ljava/util/Properties;");
            visitJumpInsn(Opcodes.IF_ACMPNE, other);
            callGuard();
            visitLabel(other);
        }
        super.visitInsn(opcode);
    }

    private void callGuard() {
        invoke(Opcodes.INVOKESTATIC, "java/lang/ClassLoader", "getSystemClassLoader", "()Ljava/lang/ClassLoader;");
        visitLdcInsn(AGENT);
        invoke(Opcodes.INVOKEVIRTUAL, "java/lang/ClassLoader", "loadClass", "(Ljava/lang/String;)Ljava/lang/Class;");
        visitLdcInsn(FIELD);
        invoke(Opcodes.INVOKEVIRTUAL, "java/lang/Class", "getField", "(Ljava/lang/String;)Ljava/lang/reflect/Field;");
        visitInsn(Opcodes.ACONST_NULL);
        invoke(Opcodes.INVOKEVIRTUAL, "java/lang/reflect/Field", "get", "(Ljava/lang/Object;)Ljava/lang/Object;");
        visitTypeInsn(Opcodes.CHECKCAST, "java/util/function/BiConsumer");
        visitLdcInsn(hook.call());
        loadArgument();
        super.visitMethodInsn(
                Opcodes.INVOKEINTERFACE,
                "java/util/function/BiConsumer",
                "accept",
                "(Ljava/lang/Object;Ljava/lang/Object;)V",
                true);
    }

    private void loadArgument() {
        switch (hook.argument()) {
            case NONE -> visitInsn(Opcodes.ACONST_NULL);
            case FIRST_OF_STATIC -> visitVarInsn(Opcodes.ALOAD, 0);
            case FIRST_OF_INSTANCE -> visitVarInsn(Opcodes.ALOAD, 1);
            case INT -> {
                visitVarInsn(Opcodes.ILOAD, 1);
                invoke(Opcodes.INVOKESTATIC, "java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;");
            }
        }
    }

    private void invoke(int opcode, String owner, String name, String descriptor) {
        super.visitMethodInsn(opcode, owner, name, descriptor, false);
    }
}
