package dev.berth.ark;

import com.alipay.sofa.ark.api.ArkClient;
import com.alipay.sofa.ark.container.model.BizModel;
import com.alipay.sofa.ark.container.service.plugin.PluginManagerServiceImpl;
import com.alipay.sofa.ark.spi.model.BizState;
import com.alipay.sofa.ark.spi.service.biz.BizManagerService;
import com.alipay.sofa.ark.spi.service.plugin.PluginManagerService;

/** SOFAArk's core, booted with a base as its master biz. */
public final class ArkCore {

    private final ClassLoader application;
    private final BizManagerService biz;
    private final PluginManagerService plugins;

    private ArkCore(ClassLoader application, BizManagerService biz, PluginManagerService plugins) {
        this.application = application;
        this.biz = biz;
        this.plugins = plugins;
    }

    /**
     * Boots it; opens no port and starts no thread.
     *
     * @param application the loader that defines the base's classes
     */
    public static ArkCore boot(ClassLoader application) {
        ArkLogging.quiet();
        PluginManagerService plugins = new PluginManagerServiceImpl();
        BizManagerService biz = ComposedArkServices.compose(plugins);
        BizModel master = ArkBizContainer.model(ArkBizContainer.MASTER_NAME, "1", application);
        biz.registerBiz(master);
        master.setBizState(BizState.ACTIVATED);
        ArkClient.setMasterBiz(master);
        return new ArkCore(application, biz, plugins);
    }

    ClassLoader application() {
        return application;
    }

    BizManagerService biz() {
        return biz;
    }

    PluginManagerService plugins() {
        return plugins;
    }
}
