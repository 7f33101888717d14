package dev.berth.spi;

import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;

/** Takes notice of the end of one context before anything in it is stopped or destroyed. */
final class ContextEnd implements ApplicationListener<ContextClosedEvent>, Ordered {

    private final ConfigurableApplicationContext context;
    private final Runnable end;

    ContextEnd(ConfigurableApplicationContext context, Runnable end) {
        this.context = context;
        this.end = end;
    }

    /** Before the listeners of the biz, which may stop what its providers rest on. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    /** Contexts tell those above them too. */
    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        if (event.getApplicationContext() == context) {
            end.run();
        }
    }
}
