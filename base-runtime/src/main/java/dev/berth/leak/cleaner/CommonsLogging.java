package dev.berth.leak.cleaner;

import org.apache.commons.logging.LogFactory;

/** The log factory that Commons Logging has made for a biz's loader, which may be of a class of the biz. */
public final class CommonsLogging implements Sweep {

    @Override
    public void sweep(ClosedBiz biz) {
        LogFactory.release(biz.loader());
    }
}
