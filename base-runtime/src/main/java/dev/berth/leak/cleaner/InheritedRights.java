package dev.berth.leak.cleaner;

import java.security.AccessControlContext;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rights that a thread inherits from the code that started it: on JDK 17 a list of protection domains, and through
 * these the loaders of all code on the stack.
 *
 * <p>Nothing asks for them without a security manager. Later JDKs have no such list.
 */
public final class InheritedRights implements Sweep {

    private static final String FIELD = "inheritedAccessControlContext";

    @Override
    public void sweep(ClosedBiz biz) {
        List<Thread> threads = new ArrayList<>(LiveThread.threads());
        threads.addAll(ShutdownHooks.hooks());
        for (Thread thread : threads) {
            boolean ofBiz = Internals.value(thread, FIELD)
                    .filter(rights -> hasDomain(rights, biz))
                    .isPresent();
            if (ofBiz) {
                Internals.set(thread, FIELD, none());
            }
        }
    }

    private static boolean hasDomain(Object rights, ClosedBiz biz) {
        boolean direct = Internals.value(rights, "context")
                .filter(domains -> Arrays.stream((ProtectionDomain[]) domains)
                        .anyMatch(domain -> domain != null && biz.owns(domain.getClassLoader())))
                .isPresent();
        return direct
                || Internals.value(rights, "privilegedContext")
                        .filter(outer -> hasDomain(outer, biz))
                        .isPresent();
    }

    @SuppressWarnings("removal")
    private static AccessControlContext none() {
        return new AccessControlContext(new ProtectionDomain[0]);
    }
}
