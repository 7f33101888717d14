package dev.berth.web;

import org.springframework.boot.web.server.WebServer;

/** The web server of a biz as Spring Boot sees it: its port is the base's, its end is the end of its context. */
final class BizWebServer implements WebServer {

    private final RevisionContext context;
    private final int port;
    private final Runnable release;

    BizWebServer(RevisionContext context, int port, Runnable release) {
        this.context = context;
        this.port = port;
        this.release = release;
    }

    @Override
    public void start() {
        context.loadServlets();
    }

    @Override
    public void stop() {
        context.withdraw();
    }

    @Override
    public void destroy() {
        release.run();
    }

    @Override
    public int getPort() {
        return port;
    }
}
