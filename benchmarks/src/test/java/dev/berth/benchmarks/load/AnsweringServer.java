package dev.berth.benchmarks.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers as the biz of some version would, at once; version 0 answers 404. Closing ends it. */
public final class AnsweringServer implements AutoCloseable {

    private static final Pattern NUMBER = Pattern.compile("(?:/|number )(\\d+)");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(10);
    private final IntSupplier version;

    /** Starts one that asks for its version at each request. */
    public AnsweringServer(IntSupplier version) {
        this.version = version;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext(
                "/load/items", exchange -> answer(exchange, isPost(exchange) ? Exchange.RECEIPT : Exchange.ITEM));
        server.createContext("/load/slow", exchange -> answer(exchange, Exchange.SLOW));
        server.createContext("/load/events", exchange -> answer(exchange, Exchange.EVENTS));
        server.start();
    }

    /** Returns its port. */
    public int port() {
        return server.getAddress().getPort();
    }

    private static boolean isPost(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("POST");
    }

    private void answer(HttpExchange exchange, Exchange kind) throws IOException {
        String sent = exchange.getRequestURI().getPath()
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher number = NUMBER.matcher(sent);
        int id = number.find() ? Integer.parseInt(number.group(1)) : -1;
        int serving = version.getAsInt();
        byte[] body = kind.expected(serving, id).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(serving == 0 ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
