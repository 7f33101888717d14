package dev.berth.web;

import org.springframework.boot.web.server.WebServer;

/** The web server of a biz as Spring Boot sees it: its port is the base's, its end is the end of its context. */
final class BizWebServer implements WebServer {

    private final RevisionWeb web;
    private final RevisionContext context;
    private final int port;

    BizWebServer(RevisionWeb web, RevisionContext context, int port) {
        this.web = web;
        this.context = context;
        this.port = port;
    }

    @Override
    public void start() {
        web.loadServlets(context);
    }

    @Override
    public void stop() {
        context.withdraw();
    }

    @Override
    public void destroy() {
        web.release();
    }

    @Override
    public int getPort() {
        return port;
    }
}
