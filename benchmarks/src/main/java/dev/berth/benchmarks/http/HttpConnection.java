package dev.berth.benchmarks.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** One connection to a port of this machine. For one thread. */
public final class HttpConnection implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 10_000;

    private final Socket socket;
    private final AnswerReader reader;

    private HttpConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.reader = new AnswerReader(new BufferedInputStream(socket.getInputStream()));
    }

    /**
     * Connects.
     *
     * @param port a port of this machine, on loopback
     */
    public static HttpConnection open(int port) throws IOException {
        return open(port, TIMEOUT_MILLIS);
    }

    /**
     * Connects, to wait for each answer as long as it takes.
     *
     * @param port a port of this machine, on loopback
     */
    public static HttpConnection patient(int port) throws IOException {
        return open(port, 0);
    }

    private static HttpConnection open(int port, int answerMillis) throws IOException {
        Socket socket = new Socket();
        boolean open = false;
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(answerMillis);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            HttpConnection connection = new HttpConnection(socket);
            open = true;
            return connection;
        } finally {
            if (!open) {
                socket.close();
            }
        }
    }

    /**
     * Sends a request and reads the whole answer.
     *
     * @param request all of it, as it goes over the wire
     * @throws CutException if the answer began and did not come to its end
     */
    public HttpAnswer exchange(byte[] request) throws IOException {
        OutputStream output = socket.getOutputStream();
        output.write(request);
        output.flush();
        return reader.read();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing more is wanted of it
        }
    }
}
