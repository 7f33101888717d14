package dev.berth.spi;

import dev.berth.api.spi.NoProviderException;
import dev.berth.api.spi.ProviderGoneException;
import dev.berth.api.spi.ProviderInfo;
import dev.berth.api.spi.RoutingPolicy;
import dev.berth.api.spi.RoutingRequest;
import dev.berth.lifecycle.CallTree;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The policy of a biz behind the border to it: whatever it does, calls of others go on.
 *
 * <p>While it decides, its own calls of SPIs are routed by the base's own policy; what it does is a call of its own and no
 * part of that which it decides for. Safe for use by many threads.
 */
final class GuardedPolicy implements RoutingPolicy {

    private static final Logger logger = LoggerFactory.getLogger(GuardedPolicy.class);
    private static final long QUIET_NANOS = 10_000_000_000L;
    private static final ThreadLocal<Boolean> deciding = ThreadLocal.withInitial(() -> false);

    private final RoutingPolicy stub;
    private final AtomicLong warned = new AtomicLong(System.nanoTime() - QUIET_NANOS);

    GuardedPolicy(RoutingPolicy stub) {
        this.stub = stub;
    }

    /** Tells whether the current thread works for a policy that decides. */
    static boolean isDeciding() {
        return deciding.get();
    }

    @Override
    public Optional<ProviderInfo> choose(RoutingRequest request) {
        deciding.set(true);
        // A part of the caller's tree would hold the policy's revision until that call ends
        try (CallTree.Binding apart = CallTree.apart()) {
            Optional<ProviderInfo> chosen = stub.choose(request);
            // The border to a biz: its answer can be anything
            return chosen == null ? Optional.empty() : chosen;
        } catch (NoProviderException | ProviderGoneException none) {
            if (!none.spi().className().equals(RoutingPolicy.class.getName())) {
                warn(none);
            }
            // Taken away a moment ago
            return Optional.empty();
        } catch (VirtualMachineError serious) {
            throw serious;
        } catch (Throwable failure) {
            // The border to a biz: its policy must not take the calls of others down
            warn(failure);
            return Optional.empty();
        } finally {
            deciding.set(false);
        }
    }

    /** Not at each call: there may be many in a second. */
    private void warn(Throwable failure) {
        long last = warned.get();
        long now = System.nanoTime();
        if (now - last >= QUIET_NANOS && warned.compareAndSet(last, now)) {
            logger.atWarn().setCause(failure).log("A routing policy failed; the base's own decides");
        }
    }
}
