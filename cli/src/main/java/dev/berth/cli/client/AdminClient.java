package dev.berth.cli.client;

import dev.berth.cli.error.CliException;
import dev.berth.cli.error.ExitCode;
import dev.berth.cli.home.BaseAddress;
import dev.berth.cli.json.JsonObject;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Everything that the command line asks of a base.
 *
 * <p>Safe for use by many threads. What a base refuses, and that none answers, is a {@link CliException} with the exit code for
 * it. Nothing is tried twice.
 */
public final class AdminClient {

    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration UPLOAD = Duration.ofMinutes(10);

    /** What a biz can be called; anything else could mean another path of the API. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]*");

    private final BaseAddress address;
    private final Transport transport;

    /** Speaks to the base at an address; nothing is sent before the first question. */
    public AdminClient(BaseAddress address) {
        this.address = address;
        this.transport = new Transport(address);
    }

    /** Returns whom this client speaks to. */
    public BaseAddress address() {
        return address;
    }

    /** Returns whether the base says that it is ready; false also when nobody answers. */
    public boolean ready() {
        try {
            return transport.send(transport.request("/readyz", ANSWER).build()).statusCode() == 200;
        } catch (CliException e) {
            return false;
        }
    }

    /** Returns what the base is. */
    public Reply<Base> base() {
        return get("/v1/base", Base::from);
    }

    /** Returns every biz, by name. */
    public Reply<List<Biz>> biz() {
        return get("/v1/biz", json -> json.objects("biz", Biz::from));
    }

    /** Returns one biz. */
    public Reply<Biz> biz(String name) {
        return get(bizPath(name), Biz::from);
    }

    /** Returns what a biz shares and what it brings. */
    public Reply<Linkage> linkage(String name) {
        return get(bizPath(name) + "/linkage", Linkage::from);
    }

    /** Returns every SPI that a provider or consumer has named, by code. */
    public Reply<List<SpiService>> spis() {
        return get("/v1/spi", json -> json.objects("spi", SpiService::from));
    }

    /** Returns the closed revisions whose loaders are not known to be gone. */
    public Reply<List<LoaderState>> leaks() {
        return get("/v1/leaks", json -> json.objects("lingering", LoaderState::from));
    }

    /**
     * Takes a heap dump of the base, which stands still meanwhile.
     *
     * @param file where to; replaced when it is there
     */
    public void heapDump(Path file) {
        HttpRequest request = transport
                .request("/v1/base/heap-dump", UPLOAD)
                .POST(BodyPublishers.noBody())
                .build();
        HttpResponse<String> response = transport.download(request, file);
        if (response.statusCode() != 200) {
            throw Problems.of(address, response.statusCode(), response.body());
        }
    }

    /** Returns which beans of the base a biz imports. */
    public Reply<Imports> imports(String name) {
        return get(bizPath(name) + "/imports", Imports::from);
    }

    /** Returns an operation as it is now. */
    public Reply<Operation> operation(String id) {
        return get("/v1/operations/" + Query.encode(id), Operation::from);
    }

    /**
     * Uploads a jar and begins its install.
     *
     * @return the operation as it began; or as it ended, when there was nothing to do
     */
    public Reply<Operation> install(InstallOrder order, UploadListener listener) {
        try {
            CountedUpload upload = new CountedUpload(order.jar(), listener);
            HttpRequest request = transport
                    .request("/v1/biz" + order.query(), UPLOAD)
                    .header("Content-Type", "application/java-archive")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(upload)
                    .build();
            return read(send(order, request, upload), Operation::from);
        } catch (FileNotFoundException e) {
            throw new CliException(
                    ExitCode.USAGE, "The file '" + order.jar() + "' can't be read", "Check its permissions.", e);
        }
    }

    /** A file that grows or shrinks breaks the upload off, which looks as if the base were gone. */
    private HttpResponse<String> send(InstallOrder order, HttpRequest request, CountedUpload upload) {
        try {
            return transport.send(request);
        } catch (CliException failure) {
            if (failure.exitCode() == ExitCode.BASE_UNREACHABLE && upload.fileHasChanged()) {
                throw new CliException(
                        ExitCode.USAGE,
                        "The file '" + order.jar() + "' changed while it was sent",
                        "Let the build that writes it end, then install again.",
                        failure);
            }
            throw failure;
        }
    }

    /** Begins to uninstall a biz with all its revisions. */
    public Reply<Operation> uninstall(String name) {
        return delete(bizPath(name));
    }

    /** Begins to uninstall one version of a biz. */
    public Reply<Operation> uninstall(String name, String version) {
        return delete(bizPath(name) + "/" + segment("version", version));
    }

    /** Begins to make another version of a biz the one that receives calls. */
    public Reply<Operation> switchTo(String name, String version) {
        JsonObject wanted = JsonObject.of(Map.of("version", bizVersion(version)));
        HttpRequest request = change(bizPath(name) + "/active")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(wanted.pretty()))
                .build();
        return read(transport.send(request), Operation::from);
    }

    /** Begins to go back to the version that received calls before the present one. */
    public Reply<Operation> rollback(String name) {
        return post(bizPath(name) + "/rollback");
    }

    /** Begins to take all traffic from a biz; it stays installed. */
    public Reply<Operation> stop(String name) {
        return post(bizPath(name) + "/stop");
    }

    /** Begins to give a stopped biz its traffic back. */
    public Reply<Operation> start(String name) {
        return post(bizPath(name) + "/start");
    }

    private Reply<Operation> post(String path) {
        return read(transport.send(change(path).POST(BodyPublishers.noBody()).build()), Operation::from);
    }

    private Reply<Operation> delete(String path) {
        HttpRequest request =
                change(path).method("DELETE", BodyPublishers.noBody()).build();
        return read(transport.send(request), Operation::from);
    }

    private HttpRequest.Builder change(String path) {
        return transport
                .request(path, ANSWER)
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private <T> Reply<T> get(String path, Function<JsonObject, T> reader) {
        return read(transport.send(transport.request(path, ANSWER).GET().build()), reader);
    }

    private <T> Reply<T> read(HttpResponse<String> response, Function<JsonObject, T> reader) {
        int status = response.statusCode();
        if (status < 200 || status > 299) {
            throw Problems.of(address, status, response.body());
        }
        JsonObject json = JsonObject.parse(response.body())
                .orElseThrow(() -> new CliException(
                        ExitCode.BASE_UNREACHABLE,
                        "What answers at '" + address + "' is not the admin API of a base",
                        "Check the port; the admin port is not the one of business traffic."));
        return new Reply<>(reader.apply(json), json);
    }

    private static String bizPath(String name) {
        return "/v1/biz/" + segment("name", name);
    }

    private static String segment(String what, String text) {
        return Query.encode(checked(what, text));
    }

    private static String bizVersion(String text) {
        return checked("version", text);
    }

    private static String checked(String what, String text) {
        if (!NAME.matcher(text).matches()) {
            throw new CliException(
                    ExitCode.USAGE,
                    "'" + text + "' is not the " + what + " of a biz",
                    "See what is installed with: berth list.");
        }
        return text;
    }
}
