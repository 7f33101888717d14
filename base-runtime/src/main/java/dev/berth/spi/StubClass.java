package dev.berth.spi;

import dev.berth.lifecycle.CallTree;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.asm.ClassWriter;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.Type;

/**
 * The class of the stubs of one interface, written as javac would write it.
 *
 * <p>Each method of the interface, default methods too, does
 *
 * <pre>{@code
 * CallTree tree = line.begin();
 * int depth = tree.depth();
 * ClassLoader before = Thread.currentThread().getContextClassLoader();
 * try {
 *     return ((Spi) line.enter(tree)).method(arguments);
 * } finally {
 *     line.end(tree, depth, before);
 * }
 * }</pre>
 *
 * <p>The methods of Object are the stub's own, also where the interface declares them.
 *
 * @param name the name of the class
 * @param bytes the class file
 */
record StubClass(String name, byte[] bytes) {

    private static final String LINE = Type.getInternalName(Line.class);
    private static final String LINE_TYPE = Type.getDescriptor(Line.class);
    private static final String TREE = Type.getInternalName(CallTree.class);
    private static final String TREE_TYPE = Type.getDescriptor(CallTree.class);
    private static final String LOADER_TYPE = Type.getDescriptor(ClassLoader.class);
    private static final String CONSTRUCTOR = "(" + LINE_TYPE + ")V";
    private static final Set<String> OF_BERTH = Set.of(Line.class.getName(), CallTree.class.getName());
    private static final Set<String> OF_OBJECT =
            Set.of("equals(Ljava/lang/Object;)Z", "hashCode()I", "toString()Ljava/lang/String;");

    /** Tells whether a class that stubs speak to is Berth's. */
    static boolean isOfBerth(String name) {
        return OF_BERTH.contains(name);
    }

    static StubClass of(Class<?> spi) {
        String name = spi.getName() + "$BerthStub";
        String internal = name.replace('.', '/');
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(
                Opcodes.V17,
                Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
                internal,
                null,
                "java/lang/Object",
                new String[] {Type.getInternalName(spi)});
        writer.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, "line", LINE_TYPE, null, null)
                .visitEnd();
        constructor(writer, internal);
        toString(writer, internal);
        methods(spi).values().forEach(method -> new StubMethod(internal, spi, method).write(writer));
        writer.visitEnd();
        return new StubClass(name, writer.toByteArray());
    }

    /** Two interfaces may declare the same method, and a method may have several return types. */
    private static Map<String, Method> methods(Class<?> spi) {
        Map<String, Method> methods = new LinkedHashMap<>();
        for (Method method : spi.getMethods()) {
            String key = method.getName() + Type.getMethodDescriptor(method);
            if (!Modifier.isStatic(method.getModifiers()) && !OF_OBJECT.contains(key)) {
                methods.putIfAbsent(key, method);
            }
        }
        return methods;
    }

    private static void constructor(ClassWriter writer, String internal) {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", CONSTRUCTOR, null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitFieldInsn(Opcodes.PUTFIELD, internal, "line", LINE_TYPE);
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private static void toString(ClassWriter writer, String internal) {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "toString", "()Ljava/lang/String;", null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitFieldInsn(Opcodes.GETFIELD, internal, "line", LINE_TYPE);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, LINE, "toString", "()Ljava/lang/String;", false);
        code.visitInsn(Opcodes.ARETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    static String line() {
        return LINE;
    }

    static String lineType() {
        return LINE_TYPE;
    }

    static String tree() {
        return TREE;
    }

    static String treeType() {
        return TREE_TYPE;
    }

    static String loaderType() {
        return LOADER_TYPE;
    }
}
