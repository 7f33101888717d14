package dev.berth.ark;

import com.alipay.sofa.ark.spi.model.Plugin;
import com.alipay.sofa.ark.spi.model.PluginContext;
import com.alipay.sofa.ark.spi.registry.ServiceFilter;
import com.alipay.sofa.ark.spi.registry.ServiceReference;
import com.alipay.sofa.ark.spi.service.plugin.PluginManagerService;
import java.util.List;
import java.util.Set;

/**
 * What an activator is given: the plugins of the base. SOFAArk's registry of services is not there; SPIs are in its place.
 */
@SuppressWarnings("rawtypes") // As SOFAArk declares it
record ActivatorContext(Plugin plugin, PluginManagerService manager) implements PluginContext {

    @Override
    public Plugin getPlugin() {
        return plugin;
    }

    @Override
    public Plugin getPlugin(String pluginName) {
        return manager.getPluginByName(pluginName);
    }

    @Override
    public Set<String> getPluginNames() {
        return Set.copyOf(manager.getAllPluginNames());
    }

    @Override
    public ClassLoader getClassLoader() {
        return plugin.getPluginClassLoader();
    }

    @Override
    public <T> ServiceReference<T> publishService(Class<T> ifClass, T implObject) {
        throw noRegistry();
    }

    @Override
    public <T> ServiceReference<T> publishService(Class<T> ifClass, T implObject, String uniqueId) {
        throw noRegistry();
    }

    @Override
    public <T> ServiceReference<T> referenceService(Class<T> ifClass) {
        throw noRegistry();
    }

    @Override
    public <T> ServiceReference<T> referenceService(Class<T> ifClass, String uniqueId) {
        throw noRegistry();
    }

    @Override
    public List<ServiceReference> referenceServices(ServiceFilter serviceFilter) {
        throw noRegistry();
    }

    private static UnsupportedOperationException noRegistry() {
        return new UnsupportedOperationException("Ark's registry of services does not exist in a base, SPIs do");
    }
}
