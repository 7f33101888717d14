package dev.berth.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Keeps the wanted state in {@code wanted.json} of a home.
 *
 * <p>A file, or an entry of it, that can't be read never stops the start of a base: what can be read is used, and the
 * file as it was is kept as {@code wanted.json.damaged-<time>}. Safe for use by many threads; the last save wins.
 */
public final class WantedStateStore {

    private static final Logger logger = LoggerFactory.getLogger(WantedStateStore.class);

    private static final int FORMAT = 2;

    /** Had one version a biz, written in earlier builds. */
    private static final int FLAT_FORMAT = 1;

    private final Path file;
    private final Clock clock;

    /**
     * Uses a home.
     *
     * @param home the folder, which exists
     * @param clock names files that are set aside
     */
    public WantedStateStore(Path home, Clock clock) {
        this.file = home.resolve("wanted.json");
        this.clock = clock;
    }

    /** Reads the wanted state; without a file nothing is wanted. */
    public synchronized WantedState load() {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return WantedState.empty();
        } catch (IOException e) {
            throw DurableFiles.failed(file, "read", e);
        }
        return parse(content);
    }

    /** Replaces the stored state; a failure leaves the one before. */
    public synchronized void save(WantedState state) {
        DurableFiles.write(file, StoredJson.MAPPER.writeValueAsBytes(new Document(FORMAT, state.biz())));
    }

    private WantedState parse(byte[] content) {
        JsonNode entries;
        int format;
        try {
            JsonNode document = StoredJson.MAPPER.readTree(content);
            entries = document.path("biz");
            format = document.path("format").asInt(0);
            if ((format != FORMAT && format != FLAT_FORMAT) || !entries.isArray()) {
                setAside("It is not a list of wanted business modules of format " + FORMAT);
                return WantedState.empty();
            }
        } catch (JacksonException e) {
            setAside(e.getOriginalMessage());
            return WantedState.empty();
        }
        return readEntries(entries, format);
    }

    private WantedState readEntries(JsonNode entries, int format) {
        WantedState readable = WantedState.empty();
        List<String> problems = new ArrayList<>();
        for (JsonNode entry : entries) {
            try {
                WantedBiz wanted = format == FORMAT
                        ? StoredJson.MAPPER.treeToValue(entry, WantedBiz.class)
                        : StoredJson.MAPPER
                                .treeToValue(entry, WantedEntry.class)
                                .addTo(readable);
                readable = readable.with(wanted);
            } catch (JacksonException e) {
                problems.add(e.getOriginalMessage());
            }
        }
        if (!problems.isEmpty()) {
            setAside(String.join("; ", problems));
        }
        return readable;
    }

    /** Copies rather than moves: until the next save, the file stays what every start reads. */
    private void setAside(String problem) {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged-" + clock.millis());
        try {
            Files.copy(file, aside, StandardCopyOption.REPLACE_EXISTING);
            logger.atError()
                    .addKeyValue("keptAs", aside.getFileName())
                    .addKeyValue("error", problem)
                    .log("The wanted state is damaged; what can't be read is not installed");
        } catch (IOException e) {
            logger.atError().setCause(e).addKeyValue("error", problem).log("The damaged wanted state can't be kept");
        }
    }

    private record Document(int format, List<WantedBiz> biz) {}
}
