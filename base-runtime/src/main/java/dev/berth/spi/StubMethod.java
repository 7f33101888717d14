package dev.berth.spi;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.asm.ClassWriter;
import org.springframework.asm.Label;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.Type;

/** Writes one method of a stub. */
final class StubMethod {

    private static final String THREAD = Type.getInternalName(Thread.class);

    private final String stub;
    private final String spi;
    private final Method method;
    private final Type[] parameters;
    private final Type result;

    /** The slots of the local variables behind the arguments. */
    private final int tree;

    private final int depth;
    private final int before;
    private final int outcome;

    /**
     * Makes the writer.
     *
     * @param stub the internal name of the stub's class
     * @param spi the interface; the method may be inherited by it
     */
    StubMethod(String stub, Class<?> spi, Method method) {
        this.stub = stub;
        this.spi = Type.getInternalName(spi);
        this.method = method;
        this.parameters = Type.getArgumentTypes(method);
        this.result = Type.getReturnType(method);
        this.tree = 1 + Stream.of(parameters).mapToInt(Type::getSize).sum();
        this.depth = tree + 1;
        this.before = depth + 1;
        this.outcome = before + 1;
    }

    void write(ClassWriter writer) {
        String[] exceptions =
                Stream.of(method.getExceptionTypes()).map(Type::getInternalName).toArray(String[]::new);
        int varargs = method.isVarArgs() ? Opcodes.ACC_VARARGS : 0;
        MethodVisitor code = writer.visitMethod(
                Opcodes.ACC_PUBLIC | varargs, method.getName(), Type.getMethodDescriptor(method), null, exceptions);
        code.visitCode();
        begin(code);
        Label start = new Label();
        Label end = new Label();
        Label failed = new Label();
        code.visitTryCatchBlock(start, end, failed, null);
        code.visitLabel(start);
        call(code);
        store(code);
        code.visitLabel(end);
        leave(code);
        finish(code);
        code.visitLabel(failed);
        rethrow(code);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private void begin(MethodVisitor code) {
        line(code);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, StubClass.line(), "begin", "()" + StubClass.treeType(), false);
        code.visitVarInsn(Opcodes.ASTORE, tree);
        code.visitVarInsn(Opcodes.ALOAD, tree);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, StubClass.tree(), "depth", "()I", false);
        code.visitVarInsn(Opcodes.ISTORE, depth);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, THREAD, "currentThread", "()Ljava/lang/Thread;", false);
        code.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL, THREAD, "getContextClassLoader", "()" + StubClass.loaderType(), false);
        code.visitVarInsn(Opcodes.ASTORE, before);
    }

    private void call(MethodVisitor code) {
        line(code);
        code.visitVarInsn(Opcodes.ALOAD, tree);
        code.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                StubClass.line(),
                "enter",
                "(" + StubClass.treeType() + ")Ljava/lang/Object;",
                false);
        code.visitTypeInsn(Opcodes.CHECKCAST, spi);
        int slot = 1;
        for (Type parameter : parameters) {
            code.visitVarInsn(parameter.getOpcode(Opcodes.ILOAD), slot);
            slot += parameter.getSize();
        }
        code.visitMethodInsn(Opcodes.INVOKEINTERFACE, spi, method.getName(), Type.getMethodDescriptor(method), true);
    }

    private void store(MethodVisitor code) {
        if (result.getSort() != Type.VOID) {
            code.visitVarInsn(result.getOpcode(Opcodes.ISTORE), outcome);
        }
    }

    private void finish(MethodVisitor code) {
        if (result.getSort() != Type.VOID) {
            code.visitVarInsn(result.getOpcode(Opcodes.ILOAD), outcome);
        }
        code.visitInsn(result.getOpcode(Opcodes.IRETURN));
    }

    private void leave(MethodVisitor code) {
        line(code);
        code.visitVarInsn(Opcodes.ALOAD, tree);
        code.visitVarInsn(Opcodes.ILOAD, depth);
        code.visitVarInsn(Opcodes.ALOAD, before);
        code.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                StubClass.line(),
                "end",
                "(" + StubClass.treeType() + "I" + StubClass.loaderType() + ")V",
                false);
    }

    private void rethrow(MethodVisitor code) {
        Object[] locals = frame();
        code.visitFrame(Opcodes.F_FULL, locals.length, locals, 1, new Object[] {"java/lang/Throwable"});
        code.visitVarInsn(Opcodes.ASTORE, outcome);
        leave(code);
        code.visitVarInsn(Opcodes.ALOAD, outcome);
        code.visitInsn(Opcodes.ATHROW);
    }

    private Object[] frame() {
        List<Object> locals = new ArrayList<>();
        locals.add(stub);
        for (Type parameter : parameters) {
            locals.add(frame(parameter));
        }
        locals.add(StubClass.tree());
        locals.add(Opcodes.INTEGER);
        locals.add(Type.getInternalName(ClassLoader.class));
        return locals.toArray();
    }

    private static Object frame(Type parameter) {
        return switch (parameter.getSort()) {
            case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT -> Opcodes.INTEGER;
            case Type.LONG -> Opcodes.LONG;
            case Type.FLOAT -> Opcodes.FLOAT;
            case Type.DOUBLE -> Opcodes.DOUBLE;
            default -> parameter.getInternalName();
        };
    }

    private void line(MethodVisitor code) {
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitFieldInsn(Opcodes.GETFIELD, stub, "line", StubClass.lineType());
    }
}
