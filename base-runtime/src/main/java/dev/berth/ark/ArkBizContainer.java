package dev.berth.ark;

import com.alipay.sofa.ark.container.model.BizModel;
import com.alipay.sofa.ark.spi.model.BizState;
import com.alipay.sofa.ark.spi.service.biz.BizManagerService;
import dev.berth.api.BizIdentity;
import dev.berth.biz.BizId;
import dev.berth.biz.RevisionId;
import dev.berth.lifecycle.BizContainer;
import dev.berth.lifecycle.Revision;
import java.io.IOException;
import java.net.URL;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hosts revisions in SOFAArk's core: each is a Biz of its registry with a BizClassLoader of its own.
 *
 * <p>Ark's registry is a detail that callers of Ark's API may look at; the states that count are Berth's. It knows a
 * version once: while a standby that has left is closed, which happens without the lock of its biz, its version may have
 * come up anew, and the entry is the new one's then. Ark's registration is not safe against two at once, so one at a time
 * comes and goes here.
 */
public final class ArkBizContainer implements BizContainer {

    private static final Logger logger = LoggerFactory.getLogger(ArkBizContainer.class);

    /** The name under which Ark knows the base; no biz can have it, since Ark would let it replace the base. */
    static final String MASTER_NAME = "(base)";

    private final BizManagerService manager;
    private final Plugins plugins;
    private final Supplier<BaseClassPath> base;

    /**
     * Makes the container.
     *
     * @param ark the core
     * @param plugins the plugins of the base, which have started
     * @param base the class path of the base, asked for when the first biz comes
     */
    public ArkBizContainer(ArkCore ark, Plugins plugins, Supplier<BaseClassPath> base) {
        this.manager = ark.biz();
        this.plugins = plugins;
        this.base = base;
    }

    @Override
    public HostedBiz open(Revision revision) {
        RevisionId id = revision.id();
        BizIdentity identity = new BizIdentity(id.name().value(), id.version().value(), id.toString());
        OwnJars own = OwnJars.of(revision.spec().classPath());
        RevisionClassLoader loader = new RevisionClassLoader(
                identity,
                own,
                revision.spec().manifest(),
                base.get().visibleTo(revision.spec().linkage()),
                plugins.visibleTo(
                        new BizId(id.name(), id.version()),
                        revision.spec().linkage(),
                        revision.spec().manifest()));
        BizModel model = model(identity.name(), identity.version(), loader).setClassPath(own.urls());
        model.setMainClass(revision.spec().mainClass());
        loader.setBizModel(model);
        register(model);
        return new ArkHostedBiz(model, loader);
    }

    /** Takes the entry of a revision of the version that is being closed, if there is one. */
    private synchronized void register(BizModel model) {
        if (!manager.registerBiz(model)) {
            logger.debug("Biz '{}' comes up anew while a revision of it is being closed", model.getIdentity());
        }
    }

    private synchronized void unregister(BizModel model) {
        if (manager.getBiz(model.getBizName(), model.getBizVersion()) == model) {
            manager.unRegisterBizStrictly(model.getBizName(), model.getBizVersion());
        }
    }

    static BizModel model(String name, String version, ClassLoader loader) {
        return new BizModel()
                .setBizState(BizState.RESOLVED)
                .setBizName(name)
                .setBizVersion(version)
                .setMainClass("none")
                .setPriority("100")
                .setWebContextPath("/" + name)
                .setDenyImportPackages("")
                .setDenyImportClasses("")
                .setDenyImportResources("")
                .setInjectPluginDependencies(Set.of())
                .setInjectExportPackages("")
                .setClassPath(new URL[0])
                .setClassLoader(loader);
    }

    /** One revision in Ark's registry. */
    private final class ArkHostedBiz implements HostedBiz {

        private final BizModel model;
        private final RevisionClassLoader loader;

        private ArkHostedBiz(BizModel model, RevisionClassLoader loader) {
            this.model = model;
            this.loader = loader;
        }

        @Override
        public ClassLoader classLoader() {
            return loader;
        }

        @Override
        public void activated() {
            model.setBizState(BizState.ACTIVATED);
        }

        @Override
        public void deactivated() {
            model.setBizState(BizState.DEACTIVATED);
        }

        @Override
        public void close() {
            unregister(model);
            model.setBizState(BizState.UNRESOLVED);
            try {
                loader.close();
            } catch (IOException failure) {
                logger.warn("A jar of biz '{}' could not be closed", model.getIdentity(), failure);
            }
            loader.clearCache();
        }
    }
}
