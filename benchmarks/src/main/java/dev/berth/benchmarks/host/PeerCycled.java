package dev.berth.benchmarks.host;

import java.net.http.HttpRequest;

/**
 * The peer with its biz {@code load}.
 *
 * @param peer the running peer
 */
record PeerCycled(PeerHost peer) implements CycledHost {

    @Override
    public String title() {
        return peer.title();
    }

    @Override
    public void install(int version) {
        peer.install(version);
    }

    @Override
    public void replace(int version) {
        peer.replace(version);
    }

    @Override
    public void use() {
        JsonCalls load = new JsonCalls(peer.port(), "");
        load.send(load.request("/load/items")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("some text")));
        load.send(load.request("/load/items/7"));
    }

    @Override
    public void uninstall() {
        peer.uninstall();
    }

    @Override
    public void settle(int installed) {
        // It answers when all is done
    }

    @Override
    public Footprint footprint() {
        return peer.footprint();
    }

    @Override
    public int revisionsAfterReplace() {
        return 1;
    }

    @Override
    public void close() {
        peer.close();
    }
}
