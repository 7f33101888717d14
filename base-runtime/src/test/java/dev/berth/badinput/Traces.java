package dev.berth.badinput;

import dev.berth.bootstrap.RunningBase;
import dev.berth.testing.LiveObjects;
import dev.berth.testing.OpenFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that a biz leaves in a base while it is there.
 *
 * @param revisions the revisions that the base knows
 * @param arkBiz what SOFAArk's registry has
 * @param contextPaths the paths that Tomcat serves for biz
 * @param threads the threads that work for another biz than the neighbour
 * @param folders the folders of revisions
 * @param halfWritten files of the home that are still being written
 * @param openFiles files of the home that are open
 */
record Traces(
        Set<String> revisions,
        Set<String> arkBiz,
        Set<String> contextPaths,
        Set<String> threads,
        Set<String> folders,
        Set<String> halfWritten,
        Set<String> openFiles) {

    static final String LOADER = "dev.berth.ark.RevisionClassLoader";

    static Traces of(RunningBase base) {
        ClassLoader neighbour = base.loader(Neighbour.NAME);
        return new Traces(
                texts(base.registry().revisions().stream()),
                texts(base.ark().getBizInOrder().stream().map(biz -> biz.getIdentity())),
                texts(base.server().contextPaths().stream()),
                texts(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> worksForABiz(thread, neighbour))
                        .map(Thread::getName)),
                files(base.home().resolve("work").resolve("revisions"), 1, file -> true),
                files(base.home(), 4, Traces::halfWritten),
                texts(OpenFiles.all().stream()
                        .filter(file -> file.startsWith(base.home().toString()))));
    }

    /** Returns how many loaders of biz there are after a garbage collection, in all bases of this JVM. */
    static long loaders() {
        return LiveObjects.count(LOADER);
    }

    private static boolean worksForABiz(Thread thread, ClassLoader neighbour) {
        ClassLoader context = thread.getContextClassLoader();
        return thread.getName().startsWith("biz-")
                || (context != null
                        && context != neighbour
                        && context.getClass().getName().equals(LOADER));
    }

    private static boolean halfWritten(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".incoming-") || name.endsWith(".tmp");
    }

    private static Set<String> files(Path folder, int depth, Predicate<Path> wanted) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(folder, Set.of(), depth, new Collecting(files));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return texts(files.stream().filter(file -> !file.equals(folder)).filter(wanted));
    }

    private static Set<String> texts(Stream<?> values) {
        return values.map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Passes over files that go while it looks, as those do that are half written. */
    private static final class Collecting extends SimpleFileVisitor<Path> {

        private final List<Path> files;

        private Collecting(List<Path> files) {
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            files.add(folder);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }
}
