package dev.berth.test;

import dev.berth.test.Uninstalled.Loader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URLClassLoader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A base in the test's JVM: the default base as it is delivered, on free ports of the loopback address, with a home of its own.
 *
 * <p>It has a class loader of its own and nothing of the test's class path. The guard against {@code System.exit} is off in
 * it, since that needs an agent. Safe for use by many threads.
 */
public final class TestBase implements AutoCloseable {

    private static final String INSIDE = "dev.berth.test.inside.InsideBase";
    private static final Duration VERIFIED_WITHIN = Duration.ofSeconds(60);
    private static final long LOOK_EVERY_MILLIS = 50;

    private final Function<Map<String, Object>, Map<String, Object>> inside;
    private final URLClassLoader loader;
    private final Path home;
    private final Map<String, Object> descriptor;
    private final Map<String, TestBiz> installed = new ConcurrentHashMap<>();
    private final Set<String> knownToLinger = ConcurrentHashMap.newKeySet();

    private TestBase(
            Function<Map<String, Object>, Map<String, Object>> inside,
            URLClassLoader loader,
            Path home,
            Map<String, Object> descriptor) {
        this.inside = inside;
        this.loader = loader;
        this.home = home;
        this.descriptor = descriptor;
    }

    /**
     * Starts a base and returns when it is ready, after some seconds.
     *
     * @param settings settings as {@code key=value}; ports and home are set already
     * @throws TestKitException when it does not start
     */
    public static TestBase start(Collection<String> settings) {
        JvmState.enter();
        boolean started = false;
        try {
            TestBase base = open(settings);
            started = true;
            return base;
        } finally {
            if (!started) {
                JvmState.leave();
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static TestBase open(Collection<String> settings) {
        Path work = BuildFolder.work();
        URLClassLoader loader = BaseJar.find().loader(work, BuildFolder.locationOf(TestBase.class));
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        Path home = newHome(work);
        thread.setContextClassLoader(loader);
        boolean started = false;
        try {
            Object inside = loader.loadClass(INSIDE)
                    .getConstructor(Path.class, String[].class)
                    .newInstance(home, arguments(home, settings));
            Map<String, Object> descriptor = (Map<String, Object>)
                    inside.getClass().getMethod("descriptor").invoke(inside);
            started = true;
            return new TestBase((Function<Map<String, Object>, Map<String, Object>>) inside, loader, home, descriptor);
        } catch (InvocationTargetException failure) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            throw new TestKitException("The base did not start: " + Causes.deepest(cause), cause);
        } catch (ReflectiveOperationException failure) {
            throw new TestKitException("The base did not start: " + failure, failure);
        } finally {
            thread.setContextClassLoader(before);
            if (!started) {
                BuildFolder.close(loader);
                BuildFolder.delete(home);
            }
        }
    }

    private static Path newHome(Path work) {
        try {
            return Files.createTempDirectory(work, "home-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String[] arguments(Path home, Collection<String> settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--berth.admin.port=0",
                "--berth.home=" + home,
                "--spring.main.register-shutdown-hook=false",
                "--logging.register-shutdown-hook=false",
                "--logging.threshold.console=warn"));
        settings.forEach(setting -> arguments.add("--" + setting));
        return arguments.toArray(String[]::new);
    }

    /** Returns the address of the business port, such as {@code http://127.0.0.1:34567}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + descriptor.get("businessPort"));
    }

    /** Returns the address of the admin port, whose token is in {@code admin.token} of the {@link #home()}. */
    public URI adminUrl() {
        return URI.create("http://127.0.0.1:" + descriptor.get("adminPort"));
    }

    /** Returns the folder with the logs and settings of the base; it goes with the base. */
    public Path home() {
        return home;
    }

    /**
     * Installs a jar, or a next version of what is installed, and returns when it is served.
     *
     * @throws TestKitException with the base's reason and remedy when it can't be installed
     */
    public TestBiz install(Path jar) {
        return install(jar, Map.of());
    }

    /**
     * Installs a jar.
     *
     * @param options what the admin API takes, such as {@code name}, {@code version} and {@code contextPath}
     * @throws TestKitException with the base's reason and remedy when it can't be installed
     */
    public TestBiz install(Path jar, Map<String, String> options) {
        Map<String, String> query = new LinkedHashMap<>(options);
        query.put("fileName", jar.getFileName().toString());
        query.put("wait", "120s");
        Map<String, Object> operation = ask("POST", "/v1/biz" + query(query), Optional.of(jar.toAbsolutePath()));
        String name = Json.text(operation, "name");
        Map<String, Object> view = ask("GET", "/v1/biz/" + name, Optional.empty());
        String path = view.get("contextPath") instanceof String some ? some : "";
        TestBiz biz =
                new TestBiz(this, name, Json.text(operation, "version"), url().resolve(path.isEmpty() ? "/" : path));
        installed.put(name, biz);
        return biz;
    }

    /** Returns what the test has installed and not uninstalled, in no particular order. */
    List<TestBiz> installed() {
        return List.copyOf(installed.values());
    }

    Uninstalled uninstall(TestBiz biz) {
        installed.remove(biz.name());
        return Uninstalled.of(ask("DELETE", "/v1/biz/" + biz.name() + "?wait=120s", Optional.empty()));
    }

    /**
     * Returns the class loaders of closed revisions that are still there and were not told by an earlier call, among them
     * those of versions that were replaced; waits until the base knows about each.
     */
    List<Loader> lingering() {
        long end = System.nanoTime() + VERIFIED_WITHIN.toNanos();
        List<Loader> all = leaks();
        while (all.stream().anyMatch(loader -> loader.outcome().equals("verifying")) && System.nanoTime() < end) {
            pause();
            all = leaks();
        }
        return all.stream()
                .filter(loader -> knownToLinger.add(loader.revision()))
                .toList();
    }

    private List<Loader> leaks() {
        return Json.objects(ask("GET", "/v1/leaks"), "lingering").stream()
                .map(Loader::of)
                .toList();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TestKitException("The wait for the class loaders was interrupted", interrupted);
        }
    }

    /** Returns the options of the JVM that the base would need to clean and to see all that a module leaves behind. */
    List<String> closedPackages() {
        return ClosedPackages.of(loader);
    }

    /**
     * Asks the admin API.
     *
     * @param path with its query, such as {@code /v1/biz}
     * @return the body of the answer, as JSON's maps and lists
     * @throws TestKitException with the base's reason and remedy when it answers with an error
     */
    public Map<String, Object> ask(String method, String path) {
        return ask(method, path, Optional.empty());
    }

    private Map<String, Object> ask(String method, String path, Optional<Path> jar) {
        Map<String, Object> request = new LinkedHashMap<>(Map.of("method", method, "path", path));
        jar.ifPresent(file -> request.put("jar", file));
        Map<String, Object> answer = inside.apply(request);
        Map<String, Object> body = body(answer);
        int status = answer.get("status") instanceof Integer number ? number : 0;
        if (status >= 400) {
            throw new TestKitException(body.get("code") + ": " + body.get("detail") + ". " + body.get("remedy"));
        }
        if (status == 202) {
            throw new TestKitException("The base had not finished after two minutes: " + method + " " + path);
        }
        return body;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> body(Map<String, Object> answer) {
        return answer.get("body") instanceof Map<?, ?> body ? (Map<String, Object>) body : Map.of();
    }

    private static String query(Map<String, String> options) {
        StringBuilder query = new StringBuilder();
        options.forEach((name, value) -> query.append(query.isEmpty() ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return query.toString();
    }

    /** Stops the base with all that is installed, and removes its home. */
    @Override
    public void close() {
        try {
            ((AutoCloseable) inside).close();
        } catch (Exception failure) {
            throw new TestKitException("The base did not stop: " + failure, failure);
        } finally {
            BuildFolder.close(loader);
            JvmState.leave();
            BuildFolder.delete(home);
        }
    }
}
