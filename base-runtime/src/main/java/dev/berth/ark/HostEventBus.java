package dev.berth.ark;

import com.alipay.sofa.ark.spi.event.ArkEvent;
import com.alipay.sofa.ark.spi.service.event.EventAdminService;
import com.alipay.sofa.ark.spi.service.event.EventHandler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Ark's event bus without its map of class loaders, which would keep those of stopped biz alive. */
final class HostEventBus implements EventAdminService {

    private final List<EventHandler<ArkEvent>> handlers = new CopyOnWriteArrayList<>();

    @Override
    @SuppressWarnings("unchecked")
    public void sendEvent(ArkEvent event) {
        handlers.forEach(handler -> handler.handleEvent(event));
    }

    @Override
    @SuppressWarnings("unchecked")
    public void register(EventHandler handler) {
        handlers.add(handler);
    }

    @Override
    public void unRegister(EventHandler handler) {
        handlers.remove(handler);
    }

    @Override
    public void unRegister(ClassLoader loader) {
        handlers.removeIf(handler -> handler.getClass().getClassLoader() == loader);
    }
}
