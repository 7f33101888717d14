package dev.berth.ark;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.FieldVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.asm.Type;

/**
 * What a class file says of other types, all by names with slashes.
 *
 * @param open whether packages other than its own can reach it
 * @param declared the types it extends, implements, or has in the signature of a field or a method
 * @param mentioned all classes that it links to
 * @param used the fields and methods that it links to: class, point, name and descriptor
 * @param closed its own fields and methods that its package alone, or subclasses too, can reach: name and descriptor
 * @param members the classes nested in it, at any depth
 */
record ClassFace(
        boolean open,
        Set<String> declared,
        Set<String> mentioned,
        Set<String> used,
        Set<String> closed,
        Set<String> members) {

    /** JVM specification, table 4.4-A. */
    private static final int CONSTANT_CLASS = 7;

    private static final Set<Integer> CONSTANT_MEMBERS = Set.of(9, 10, 11);

    /** In a signature. */
    private static final Pattern NAME = Pattern.compile("L([\\w$/]+)[<;]");

    ClassFace {
        declared = Set.copyOf(declared);
        mentioned = Set.copyOf(mentioned);
        used = Set.copyOf(used);
        closed = Set.copyOf(closed);
        members = Set.copyOf(members);
    }

    static ClassFace read(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        Declarations found = new Declarations();
        reader.accept(found, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        boolean open = (reader.getAccess() & Opcodes.ACC_PUBLIC) != 0;
        Set<String> mentioned = new HashSet<>();
        Set<String> used = new HashSet<>();
        readConstants(reader, mentioned, used);
        return new ClassFace(open, found.types, mentioned, used, found.closed, found.members);
    }

    private static void readConstants(ClassReader reader, Set<String> mentioned, Set<String> used) {
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int offset = reader.getItem(i);
            int tag = offset == 0 ? 0 : reader.readByte(offset - 1);
            if (tag == CONSTANT_CLASS) {
                mentioned.add(reader.readUTF8(offset, buffer));
            } else if (CONSTANT_MEMBERS.contains(tag)) {
                int nameAndType = reader.getItem(reader.readUnsignedShort(offset + 2));
                used.add(reader.readClass(offset, buffer) + "." + reader.readUTF8(nameAndType, buffer)
                        + reader.readUTF8(nameAndType + 2, buffer));
            }
        }
    }

    private static final class Declarations extends ClassVisitor {

        private final Set<String> types = new HashSet<>();
        private final Set<String> closed = new HashSet<>();
        private final Set<String> members = new HashSet<>();
        private String self = "";

        Declarations() {
            super(SpringAsmInfo.ASM_VERSION);
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            self = name;
            if (superName != null) {
                types.add(superName);
            }
            if (interfaces != null) {
                types.addAll(Set.of(interfaces));
            }
        }

        @Override
        public void visitInnerClass(String name, @Nullable String outerName, @Nullable String innerName, int access) {
            if (name.startsWith(self + "$")) {
                members.add(name);
            }
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
            add(Type.getType(descriptor));
            addGeneric(signature);
            addClosed(access, name + descriptor);
            return null;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            add(Type.getReturnType(descriptor));
            for (Type argument : Type.getArgumentTypes(descriptor)) {
                add(argument);
            }
            addGeneric(signature);
            addClosed(access, name + descriptor);
            return null;
        }

        private void addGeneric(@Nullable String signature) {
            if (signature != null) {
                Matcher names = NAME.matcher(signature);
                while (names.find()) {
                    types.add(names.group(1));
                }
            }
        }

        private void addClosed(int access, String member) {
            if ((access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PRIVATE)) == 0) {
                closed.add(member);
            }
        }

        private void add(Type type) {
            Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
            if (element.getSort() == Type.OBJECT) {
                types.add(element.getInternalName());
            }
        }
    }
}
