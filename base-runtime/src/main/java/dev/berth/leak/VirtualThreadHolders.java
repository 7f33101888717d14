package dev.berth.leak;

import dev.berth.lifecycle.LoaderHolder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.PlatformManagedObject;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Virtual threads, by the classes on their stacks: no thread group lists them, but the JVM's own thread dump does, from JDK
 * 21 on.
 */
final class VirtualThreadHolders implements HolderSource {

    private static final String BEAN = "com.sun.management.HotSpotDiagnosticMXBean";

    @Override
    public void find(Suspect suspect, Consumer<LoaderHolder> found) {
        if (Runtime.version().feature() < 21) {
            return;
        }
        for (List<String> lines : dump()) {
            String title = lines.get(0);
            List<String> frames = lines.subList(1, lines.size());
            frames.stream()
                    .map(VirtualThreadHolders::className)
                    .filter(suspect::mayOwn)
                    .findFirst()
                    .ifPresent(owner -> found.accept(new LoaderHolder(
                            "virtual thread",
                            "Virtual thread " + title.replace(" virtual", "") + " runs code of " + owner,
                            Optional.of(frames.stream()
                                    .map(frame -> "\tat " + frame)
                                    .collect(Collectors.joining(System.lineSeparator()))))));
        }
    }

    /** Returns each virtual thread as its title, {@code #22 "name" virtual}, and its frames. */
    private static List<List<String>> dump() {
        try {
            Path folder = Files.createTempDirectory("berth-threads-");
            Path file = folder.resolve("threads.txt");
            try {
                write(file);
                return parse(Files.readAllLines(file));
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException | ReflectiveOperationException noDump) {
            throw new IllegalStateException("The threads could not be dumped", noDump);
        }
    }

    /** By reflection, since the code runs on JDK 17 too. */
    private static void write(Path file) throws ReflectiveOperationException {
        Class<?> type = Class.forName(BEAN);
        Object bean = ManagementFactory.getPlatformMXBean(type.asSubclass(PlatformManagedObject.class));
        Class<?> format = Class.forName(BEAN + "$ThreadDumpFormat");
        Method dump = type.getMethod("dumpThreads", String.class, format);
        dump.invoke(bean, file.toString(), format.getEnumConstants()[0]);
    }

    private static List<List<String>> parse(List<String> lines) {
        List<List<String>> threads = new ArrayList<>();
        List<String> current = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("#")) {
                current = new ArrayList<>(List.of(line));
                if (line.contains(" virtual")) {
                    threads.add(current);
                }
            } else if (line.startsWith("  ") && !line.isBlank()) {
                current.add(line.strip());
            }
        }
        return threads;
    }

    /** From {@code java.base/java.lang.Thread.run(Thread.java:1)}, with or without what stands before the slash. */
    private static String className(String frame) {
        String call = frame.replaceFirst("^at ", "");
        int open = call.indexOf('(');
        String method = open < 0 ? call : call.substring(0, open);
        String name = method.substring(method.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
