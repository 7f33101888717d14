package dev.berth.testing;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles sources in memory, as Boot's Maven parent would; the same input is compiled once a JVM. */
final class Compilation {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");
    private static final Pattern TYPE = Pattern.compile(
            "(?:^|[\\n;}])\\s*(?:(?:public|final|abstract|sealed|non-sealed)\\s+)*(?:class|interface|record|enum|@interface)\\s+(\\w+)");
    private static final Map<Input, SortedMap<String, byte[]>> CACHE = new ConcurrentHashMap<>();

    private Compilation() {}

    /**
     * Compiles for Java 17 with parameter names kept.
     *
     * @param sources compilation units
     * @param classPath the only classes that they see beside the JDK's
     * @return class files by entry name
     * @throws IllegalArgumentException with the compiler's messages if a source does not compile
     */
    static SortedMap<String, byte[]> compile(List<String> sources, List<Path> classPath) {
        return CACHE.computeIfAbsent(new Input(List.copyOf(sources), List.copyOf(classPath)), Compilation::run);
    }

    private static SortedMap<String, byte[]> run(Input input) {
        if (input.sources().isEmpty()) {
            return new TreeMap<>();
        }
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "Tests need a JDK");
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        try (Output output =
                new Output(compiler.getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8))) {
            List<String> options =
                    List.of("--release", "17", "-parameters", "-proc:none", "-classpath", join(input.classPath()));
            List<Source> sources = input.sources().stream().map(Source::new).toList();
            if (!compiler.getTask(null, output, messages, options, null, sources)
                    .call()) {
                throw new IllegalArgumentException("Sources do not compile: " + messages.getDiagnostics());
            }
            return output.classes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String join(List<Path> classPath) {
        return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private record Input(List<String> sources, List<Path> classPath) {}

    /** A compilation unit whose file name follows from its package and first type. */
    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String text) {
            super(URI.create("source:///" + name(text) + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        private static String name(String text) {
            Matcher inPackage = PACKAGE.matcher(text);
            Matcher type = TYPE.matcher(text);
            if (!type.find()) {
                throw new IllegalArgumentException("No type in the source: " + text);
            }
            return (inPackage.find() ? inPackage.group(1).replace('.', '/') + "/" : "") + type.group(1);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Keeps the class files in memory. */
    private static final class Output extends ForwardingJavaFileManager<StandardJavaFileManager> {

        private final SortedMap<String, ByteArrayOutputStream> files = new TreeMap<>();

        Output(StandardJavaFileManager delegate) {
            super(delegate);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            String entry = className.replace('.', '/') + kind.extension;
            return new SimpleJavaFileObject(URI.create("memory:///" + entry), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    files.put(entry, bytes);
                    return bytes;
                }
            };
        }

        SortedMap<String, byte[]> classes() {
            SortedMap<String, byte[]> classes = new TreeMap<>();
            files.forEach((entry, bytes) -> classes.put(entry, bytes.toByteArray()));
            return classes;
        }
    }
}
