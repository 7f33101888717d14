package dev.berth.web;

import dev.berth.biz.BizName;
import dev.berth.lifecycle.BizStart;
import dev.berth.lifecycle.LifecycleParticipant;
import dev.berth.lifecycle.Revision;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Gives each biz that has a web part a context on the base's server.
 *
 * <p>The context starts with the biz, out of every caller's reach; admission publishes it in one step.
 */
public final class WebParticipant implements LifecycleParticipant {

    private final BaseWebServer server;
    private final ContextPaths paths = new ContextPaths();
    private final Map<Revision, RevisionWeb> webs = new ConcurrentHashMap<>();

    /** Makes the participant for a base's server. */
    public WebParticipant(BaseWebServer server) {
        this.server = server;
    }

    @Override
    public void prepare(Revision revision, BizStart start) {
        RevisionWeb web = new RevisionWeb(revision, server, paths, start.classLoader());
        webs.put(revision, web);
        ConcurrencyLimit.readFor(revision, start, server.maxConcurrent());
        String port = Integer.toString(server.port());
        start.property("server.port", port);
        start.property("management.server.port", port);
        start.property("spring.mvc.servlet.load-on-startup", "1");
        start.onContext(context -> registerWebServer(context, web, start));
    }

    @Override
    public void admit(Revision revision) {
        context(revision).ifPresent(RevisionContext::publish);
    }

    @Override
    public void quiesce(Revision revision) {
        context(revision).ifPresent(context -> {
            context.withdraw();
            context.sockets().goAway();
        });
    }

    @Override
    public void release(Revision revision) {
        RevisionWeb web = webs.remove(revision);
        if (web != null) {
            web.end();
        }
    }

    @Override
    public void forget(BizName name) {
        server.sessions().drop(name);
    }

    /** Returns the server on which the contexts live. */
    BaseWebServer server() {
        return server;
    }

    /** Returns the context of a revision, unless it has no web part. */
    Optional<RevisionContext> context(Revision revision) {
        return web(revision).flatMap(RevisionWeb::context);
    }

    private Optional<RevisionWeb> web(Revision revision) {
        return Optional.ofNullable(webs.get(revision));
    }

    private static void registerWebServer(ConfigurableApplicationContext context, RevisionWeb web, BizStart start) {
        if (!(context instanceof ServletWebServerApplicationContext servletContext)) {
            return;
        }
        ServerSettingsNotes.log(context.getEnvironment());
        SoleWebServerFactory.logOtherServers(web.loader());
        if (WebjarsLocator.isNeeded(web.loader())) {
            new WebjarsLocator(web.loader()).register(servletContext, start);
        }
        start.property(
                "server.servlet.context-path",
                web.reservePath(context.getEnvironment()).value());
        BeanDefinitionRegistry registry = (BeanDefinitionRegistry) servletContext.getBeanFactory();
        context.addBeanFactoryPostProcessor(new SoleWebServerFactory(web::factory));
        SoleWebServerFactory.register(registry, web::factory);
    }
}
