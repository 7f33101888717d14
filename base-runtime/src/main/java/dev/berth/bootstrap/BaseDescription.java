package dev.berth.bootstrap;

import dev.berth.admin.Readiness;
import dev.berth.ark.PluginDescription;
import dev.berth.beans.BaseExports;
import dev.berth.control.BaseView;
import dev.berth.control.BaseView.Guard;
import dev.berth.control.BaseView.Library;
import dev.berth.control.BaseView.Plugin;
import dev.berth.guard.GuardState;
import dev.berth.linkage.BaseLibrary;
import dev.berth.web.BaseWebServer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.boot.SpringBootVersion;

/** Says what this base is, for {@code GET /v1/base}. */
final class BaseDescription {

    private final HostContainer host;
    private final BaseWebServer server;
    private final StartSteps steps;
    private final Readiness readiness;
    private final Supplier<GuardState> guard;
    private final Instant startedAt;
    private final BaseExports beans;
    private volatile int adminPort;

    BaseDescription(
            HostContainer host,
            BaseExports beans,
            BaseWebServer server,
            StartSteps steps,
            Readiness readiness,
            Supplier<GuardState> guard,
            Instant startedAt) {
        this.host = host;
        this.beans = beans;
        this.server = server;
        this.steps = steps;
        this.readiness = readiness;
        this.guard = guard;
        this.startedAt = startedAt;
    }

    void adminPort(int port) {
        adminPort = port;
    }

    Instant startedAt() {
        return startedAt;
    }

    String version() {
        return Versions.berth();
    }

    BaseView view() {
        return new BaseView(
                version(),
                ProcessHandle.current().pid(),
                startedAt,
                readiness.state() == Readiness.State.READY,
                Runtime.version().toString(),
                SpringBootVersion.getVersion(),
                Versions.ark(),
                server.port(),
                adminPort,
                0,
                steps.all(),
                libraries(),
                host.exports().names(),
                beans.all().stream().map(BeanViews::exported).toList(),
                host.plugins().descriptions().stream()
                        .map(BaseDescription::plugin)
                        .toList(),
                guard());
    }

    private static Plugin plugin(PluginDescription plugin) {
        return new Plugin(
                plugin.name(),
                plugin.library(),
                plugin.version(),
                plugin.priority(),
                plugin.origin(),
                plugin.exports(),
                plugin.activator());
    }

    private Guard guard() {
        GuardState state = guard.get();
        return new Guard(
                state.on(),
                Optional.of(state.reason()).filter(reason -> !state.on()),
                Optional.of(state.remedy()).filter(remedy -> !state.on()));
    }

    private List<Library> libraries() {
        return host.classPath().get().libraries().all().stream()
                .map(BaseLibrary::coordinates)
                .map(coordinates -> new Library(coordinates.name(), coordinates.version()))
                .toList();
    }
}
