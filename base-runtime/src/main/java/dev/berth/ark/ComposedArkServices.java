package dev.berth.ark;

import com.alipay.sofa.ark.api.ArkClient;
import com.alipay.sofa.ark.container.service.ArkServiceContainer;
import com.alipay.sofa.ark.container.service.ArkServiceContainerHolder;
import com.alipay.sofa.ark.container.service.biz.BizManagerServiceImpl;
import com.alipay.sofa.ark.spi.service.biz.BizManagerService;
import com.alipay.sofa.ark.spi.service.event.EventAdminService;
import com.alipay.sofa.ark.spi.service.plugin.PluginManagerService;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * SOFAArk's core services, composed by us.
 *
 * <p>Ark's own start reads them from Guice and brings a telnet port and an unzip that Berth must not have (see
 * docs/decisions/0001). Here the holder that Ark's classes ask is filled with the services that a hosted biz needs, and
 * with nothing else.
 */
final class ComposedArkServices extends ArkServiceContainer {

    private final Map<Class<?>, Object> services;

    private ComposedArkServices(Map<Class<?>, Object> services) {
        super(new String[0]);
        this.services = services;
    }

    /** Fills Ark's holders, which are static: one container a loader of Berth. */
    static BizManagerService compose(PluginManagerService plugins) {
        BizManagerService manager = new BizManagerServiceImpl();
        EventAdminService events = new HostEventBus();
        ArkServiceContainerHolder.setContainer(new ComposedArkServices(Map.of(
                BizManagerService.class,
                manager,
                PluginManagerService.class,
                plugins,
                EventAdminService.class,
                events)));
        ArkClient.setBizManagerService(manager);
        ArkClient.setPluginManagerService(plugins);
        ArkClient.setEventAdminService(events);
        ArkClient.setArguments(new String[0]);
        return manager;
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public <T> @Nullable T getService(Class<T> type) {
        return type.cast(services.get(type));
    }
}
