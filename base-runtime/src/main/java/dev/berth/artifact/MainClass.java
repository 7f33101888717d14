package dev.berth.artifact;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/** Finds the class that starts a biz and makes sure that it is there and that this Java can run it. */
final class MainClass {

    private static final Pattern CLASS_NAME = Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*"
            + "(\\.\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)*");
    private static final List<String> LAUNCHERS =
            List.of("org.springframework.boot.loader.", "com.alipay.sofa.ark.bootstrap.");
    private static final int MAGIC = 0xCAFEBABE;

    /** Java 8 writes class files of version 52, and each release counts one up. */
    private static final int VERSION_OFFSET = 44;

    private MainClass() {}

    static String find(Attributes manifest, String subject) {
        String mainClass = ManifestReader.value(manifest, "Start-Class")
                .or(() -> ManifestReader.value(manifest, "Main-Class"))
                .filter(name -> LAUNCHERS.stream().noneMatch(name::startsWith))
                .orElseThrow(() -> missing(subject + " has no main class in its manifest"));
        if (!CLASS_NAME.matcher(mainClass).matches()) {
            throw missing(subject + " has " + Refusal.quoted(mainClass)
                    + " as main class in its manifest, which is no class");
        }
        return mainClass;
    }

    /** A main class in a library is unusual but works; one whose package nobody has can't. */
    static void check(JarFile jar, Layout layout, String mainClass, List<Library> libraries, String subject)
            throws IOException {
        String entry = layout.classesPrefix() + mainClass.replace('.', '/') + ".class";
        Optional<byte[]> head = new OpenJar(jar).head(entry, Long.BYTES);
        if (head.isPresent()) {
            checkVersion(mainClass, head.get(), subject);
            return;
        }
        int dot = mainClass.lastIndexOf('.');
        String ofPackage = dot < 0 ? "" : mainClass.substring(0, dot);
        if (libraries.stream().noneMatch(library -> library.packages().contains(ofPackage))) {
            throw missing(subject + " does not have its main class '" + mainClass + "'");
        }
    }

    private static void checkVersion(String mainClass, byte[] head, String subject) {
        if (head.length < Long.BYTES || ByteBuffer.wrap(head).getInt() != MAGIC) {
            throw Refusal.notAJar(subject + " has main class '" + mainClass + "', which is no class file", null);
        }
        int java = (ByteBuffer.wrap(head).getShort(6) & 0xFFFF) - VERSION_OFFSET;
        int running = Runtime.version().feature();
        if (java > running) {
            throw Refusal.unsupported(
                    subject + " is compiled for Java " + java + ", the base runs on Java " + running,
                    "Compile it with --release " + running + " (maven.compiler.release), or run the base on Java "
                            + java + ".");
        }
    }

    private static BerthException missing(String message) {
        return new BerthException(
                ErrorCode.NO_MAIN_CLASS,
                message,
                "Give the executable jar, not the plain one; spring-boot-maven-plugin (goal repackage), Gradle's bootJar"
                        + " and biz-maven-plugin write the main class into the manifest.");
    }
}
