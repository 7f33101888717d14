package dev.berth.bootstrap;

import com.alipay.sofa.ark.api.ArkClient;
import com.alipay.sofa.ark.spi.service.biz.BizManagerService;
import dev.berth.artifact.Announced;
import dev.berth.artifact.Artifact;
import dev.berth.biz.BizName;
import dev.berth.biz.ContextPath;
import dev.berth.control.HostControl;
import dev.berth.control.InstallRequest;
import dev.berth.control.Operation;
import dev.berth.control.Strategy;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionRegistry;
import dev.berth.standalone.DefaultBase;
import dev.berth.web.BaseWebServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * A base in the test's JVM, without the loader that keeps Berth's insides apart, so that tests can look at them.
 *
 * <p>Real Ark, real Tomcat on free ports, a home of its own. {@link #shared()} gives one base to all tests that leave
 * nothing behind.
 */
public final class RunningBase implements AutoCloseable {

    private static final AtomicBoolean loggingIsSetUp = new AtomicBoolean();

    private static RunningBase shared;

    private final Path home;
    private final ConfigurableApplicationContext context;
    private final ServingBase serving;
    private final BizManagerService ark = ArkClient.getBizManagerService();
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningBase(Path home, ConfigurableApplicationContext context, ServingBase serving) {
        this.home = home;
        this.context = context;
        this.serving = serving;
    }

    /** Returns the base that tests share; it stops with the JVM. */
    public static synchronized RunningBase shared() {
        if (shared == null) {
            try {
                shared = start(Files.createTempDirectory(Path.of("target").toAbsolutePath(), "it-home-"));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return shared;
    }

    /** Starts a base of its own. */
    public static RunningBase start(Path home, String... arguments) {
        return start(DefaultBase.class, home, arguments);
    }

    /** Starts a base of an application. */
    public static RunningBase start(Class<?> application, Path home, String... arguments) {
        BaseRuntime runtime = new BaseRuntime();
        SpringApplication base = new SpringApplication(application);
        if (!loggingIsSetUp.compareAndSet(false, true)) {
            // A JVM has one logging library; setting it up anew would take it from the bases that run already
            base.setListeners(base.getListeners().stream()
                    .filter(listener -> !(listener instanceof LoggingApplicationListener))
                    .toList());
        }
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0",
                "--berth.enabled=false",
                "--berth.admin.port=0",
                "--berth.home=" + home,
                // Nobody is disturbed by collections here, and each proof waits for one
                "--berth.leak.gc-interval=100ms",
                "--berth.leak.gc-share=0.5",
                "--spring.main.banner-mode=off"));
        all.addAll(List.of(arguments));
        ConfigurableApplicationContext context = SpringApplication.withHook(
                started -> started == base ? new Steps(runtime) : null, () -> base.run(all.toArray(String[]::new)));
        return new RunningBase(home, context, runtime.serving().orElseThrow());
    }

    /** Installs a jar and waits for the end of the operation, whatever it is. */
    public Operation install(Path jar) {
        return install(jar, Optional.empty());
    }

    /** Installs a jar under a path and waits for the end of the operation, whatever it is. */
    public Operation installAt(Path jar, String contextPath) {
        return install(jar, Optional.of(new ContextPath(contextPath)));
    }

    private Operation install(Path jar, Optional<ContextPath> contextPath) {
        InstallRequest request = new InstallRequest(
                upload(jar),
                Optional.of(jar.getFileName().toString()),
                Optional.empty(),
                Optional.empty(),
                contextPath,
                Optional.empty());
        return await(control().install(request));
    }

    /** Installs with a request made from the stored jar. */
    public Operation install(Path jar, java.util.function.Function<Artifact, InstallRequest> request) {
        return await(control().install(request.apply(upload(jar))));
    }

    /** Installs a jar when what runs of its biz has been stopped, and waits for the end of the operation. */
    public Operation installStopFirst(Path jar) {
        return install(
                jar,
                artifact -> new InstallRequest(
                        artifact,
                        Optional.of(jar.getFileName().toString()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Strategy.STOP_FIRST,
                        false));
    }

    /** Uninstalls a biz and waits for the end of the operation. */
    public Operation uninstall(String name) {
        return await(control().uninstall(new BizName(name)));
    }

    /** Uninstalls whatever is installed, all at once, so that they share a collection; what is closed and held is so no more. */
    public void uninstallAll() {
        control().biz().stream()
                .filter(biz -> !biz.state().equals("HELD"))
                .flatMap(biz -> beginUninstall(biz.name()).stream())
                .toList()
                .forEach(this::await);
    }

    /** One that was closed a moment ago may be listed while its loader goes. */
    private Optional<Operation> beginUninstall(BizName name) {
        try {
            return Optional.of(control().uninstall(name));
        } catch (BerthException failure) {
            if (failure.code() == ErrorCode.BIZ_NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** Puts a jar into the store. */
    public Artifact upload(Path jar) {
        try (InputStream content = Files.newInputStream(jar)) {
            return control().upload(content, Announced.nothing());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Waits for the end of an operation. */
    public Operation await(Operation operation) {
        try {
            return control().await(operation.id(), Duration.ofMinutes(2));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Calls a path of the business port. */
    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    /** Sends any request. */
    public HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Returns the address of a path of the business port. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server().port() + path);
    }

    /** Returns the log of a biz so far. */
    public String log(String name) {
        try {
            return Files.readString(home.resolve("logs").resolve(name + ".log"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Path home() {
        return home;
    }

    public HostControl control() {
        return serving.control();
    }

    public RevisionRegistry registry() {
        return serving.registry();
    }

    /** Returns Ark's registry of this base, which is not that of {@code ArkClient} once another base has started. */
    public BizManagerService ark() {
        return ark;
    }

    /** Returns the loader of an installed biz. */
    public ClassLoader loader(String name) {
        return ark.getBiz(name).get(0).getBizClassLoader();
    }

    /** Returns the active revision of a biz. */
    public Revision revision(String name) {
        return registry().active(new BizName(name)).orElseThrow();
    }

    public BaseWebServer server() {
        return serving.server();
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }

    /** Does what the launcher's listener does. */
    private record Steps(BaseRuntime runtime) implements SpringApplicationRunListener {

        @Override
        public void environmentPrepared(
                ConfigurableBootstrapContext bootstrapContext, ConfigurableEnvironment environment) {
            runtime.startContainer(environment);
        }

        @Override
        public void contextPrepared(ConfigurableApplicationContext context) {
            runtime.attach(context);
        }

        @Override
        public void started(ConfigurableApplicationContext context, Duration timeTaken) {
            runtime.startServing(context);
        }

        @Override
        public void failed(ConfigurableApplicationContext context, Throwable exception) {
            runtime.abandon();
        }
    }
}
