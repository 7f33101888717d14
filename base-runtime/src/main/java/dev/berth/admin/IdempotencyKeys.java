package dev.berth.admin;

import dev.berth.control.Operation;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Gives a repeated request the operation of the first one.
 *
 * <p>A key is remembered for an hour, the newest thousand of them, in memory: a base that starts anew has forgotten
 * them. Of requests that come at the same time one begins the operation and the others wait until it has begun. A
 * request that was refused is not remembered. Safe for use by many threads.
 */
final class IdempotencyKeys {

    /** The header with the key. */
    static final String HEADER = "Idempotency-Key";

    private static final Pattern VALID = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Duration MEMORY = Duration.ofHours(1);
    private static final int CAPACITY = 1_000;

    private final Clock clock;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    IdempotencyKeys(Clock clock) {
        this.clock = clock;
    }

    /**
     * Begins an operation, unless a request with this key has.
     *
     * @param fingerprint what the request asks for; another one under the same key is refused
     */
    Operation once(String key, String fingerprint, Supplier<Operation> begin) {
        check(key);
        Entry mine = new Entry(fingerprint, clock.instant().plus(MEMORY), new CompletableFuture<>());
        Entry first = putIfAbsent(key, mine);
        if (first.equals(mine)) {
            begin(key, mine, begin);
        } else if (!first.fingerprint().equals(fingerprint)) {
            throw new BerthException(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED,
                    "The Idempotency-Key was used for another request",
                    "Use a new key for each request, and the same one only to repeat it.");
        }
        return result(first);
    }

    /** Refuses a key that can't be one, before a body is read. */
    static void check(String key) {
        if (!VALID.matcher(key).matches()) {
            throw new BerthException(
                    ErrorCode.INVALID_REQUEST,
                    "The Idempotency-Key is not a key",
                    "Use 1 to 255 printable characters without spaces, such as a UUID.");
        }
    }

    private void begin(String key, Entry mine, Supplier<Operation> begin) {
        try {
            mine.operation().complete(begin.get());
        } catch (Throwable e) {
            // Whatever it is, those who wait for it have to hear of it
            synchronized (this) {
                entries.remove(key, mine);
            }
            mine.operation().completeExceptionally(e);
        }
    }

    private static Operation result(Entry entry) {
        try {
            return entry.operation().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof BerthException refused) {
                throw refused;
            }
            throw e;
        }
    }

    private synchronized Entry putIfAbsent(String key, Entry mine) {
        forgetOld();
        Entry present = entries.putIfAbsent(key, mine);
        return present == null ? mine : present;
    }

    private void forgetOld() {
        Instant now = clock.instant();
        Iterator<Entry> oldest = entries.values().iterator();
        while (oldest.hasNext()) {
            Entry entry = oldest.next();
            if (entries.size() < CAPACITY && entry.until().isAfter(now)) {
                return;
            }
            oldest.remove();
        }
    }

    /** Two are never equal, because their futures are not: removing one never removes its successor. */
    private record Entry(String fingerprint, Instant until, CompletableFuture<Operation> operation) {}
}
