package dev.berth.leak.cleaner;

import java.util.Map;

/**
 * The log factory that Commons Logging has made for a biz's loader, which may be of a class of the biz.
 *
 * <p>It is forgotten and not released: the release of a factory that logs by SLF4J stops the logging of the whole base.
 */
public final class CommonsLogging implements Sweep {

    @Override
    public void sweep(ClosedBiz biz) {
        Internals.constant("org.apache.commons.logging.LogFactory", "factories")
                .filter(Map.class::isInstance)
                .ifPresent(factories -> ((Map<?, ?>) factories).remove(biz.loader()));
    }
}
