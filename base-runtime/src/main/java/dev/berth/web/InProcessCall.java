package dev.berth.web;

import jakarta.servlet.ServletConnection;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProcessor;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.OutputBuffer;
import org.apache.juli.logging.Log;
import org.apache.juli.logging.LogFactory;
import org.apache.tomcat.util.buf.ByteChunk;
import org.apache.tomcat.util.http.MimeHeaders;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.apache.tomcat.util.net.DispatchType;
import org.apache.tomcat.util.net.ServletConnectionImpl;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * A GET request that goes through the base's server without a connection: from where a connector hands over a request to
 * the answer, asynchronous ones included.
 *
 * <p>So it is answered as a real one would be, whatever the base's ports, addresses and certificates. Used once, on one
 * thread.
 */
final class InProcessCall extends AbstractProcessor {

    private static final Log log = LogFactory.getLog(InProcessCall.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final int BODY_LIMIT = 1024;

    private final BlockingQueue<SocketEvent> events = new LinkedBlockingQueue<>();
    private final ByteBuffer body = ByteBuffer.allocate(BODY_LIMIT);
    private final boolean secure;
    private long written;

    InProcessCall(Connector connector, String pathAndQuery) {
        super(connector.getProtocolHandler().getAdapter());
        secure = connector.getSecure() || connector.findSslHostConfigs().length > 0;
        request.setInputBuffer(new NoBody());
        response.setOutputBuffer(new Body());
        request.setStartTimeNanos(System.nanoTime());
        request.setMethod("GET");
        request.protocol().setString("HTTP/1.1");
        request.scheme().setString(secure ? "https" : "http");
        request.serverName().setString("localhost");
        request.setServerPort(connector.getLocalPort());
        request.setLocalPort(connector.getLocalPort());
        request.remoteAddr().setString(LOOPBACK);
        request.remoteHost().setString(LOOPBACK);
        request.localAddr().setString(LOOPBACK);
        request.localName().setString("localhost");
        MimeHeaders headers = request.getMimeHeaders();
        headers.addValue("host").setString("localhost");
        headers.addValue("user-agent").setString("berth-warm-up");
        headers.addValue("accept").setString("*/*");
        address(pathAndQuery);
    }

    private void address(String pathAndQuery) {
        int mark = pathAndQuery.indexOf('?');
        byte[] path = (mark < 0 ? pathAndQuery : pathAndQuery.substring(0, mark)).getBytes(StandardCharsets.US_ASCII);
        request.requestURI().setBytes(path, 0, path.length);
        if (mark >= 0) {
            request.queryString().setString(pathAndQuery.substring(mark + 1));
        }
    }

    /** Notes something on the request that no client can send. */
    InProcessCall with(String attribute, Object value) {
        request.setAttribute(attribute, value);
        return this;
    }

    /**
     * Makes the call.
     *
     * @param timeout how long to wait for the end of an asynchronous answer
     * @return the answer, or nothing when an asynchronous one did not end in time
     */
    Optional<Answer> run(Duration timeout) throws Exception {
        long end = System.nanoTime() + timeout.toNanos();
        getAdapter().service(request, response);
        SocketState state = isAsync() ? asyncPostProcess() : SocketState.CLOSED;
        while (state == SocketState.LONG || state == SocketState.ASYNC_END) {
            SocketEvent event = state == SocketState.ASYNC_END ? SocketEvent.OPEN_READ : next(end - System.nanoTime());
            if (event == SocketEvent.DISCONNECT) {
                return Optional.empty();
            }
            state = dispatch(event);
            if (isAsync() && state != SocketState.CLOSED) {
                state = asyncPostProcess();
            }
        }
        return Optional.of(
                new Answer(response.getStatus(), new String(body.array(), 0, body.position(), StandardCharsets.UTF_8)));
    }

    private SocketEvent next(long nanos) throws InterruptedException {
        Iterator<DispatchType> dispatches = getIteratorAndClearDispatches();
        if (dispatches != null) {
            dispatches.forEachRemaining(dispatch -> events.add(dispatch.getSocketStatus()));
        }
        SocketEvent event = events.poll(Math.max(nanos, 0), TimeUnit.NANOSECONDS);
        return event == null ? SocketEvent.DISCONNECT : event;
    }

    @Override
    protected void processSocketEvent(SocketEvent event, boolean dispatch) {
        events.add(event);
    }

    @Override
    protected void execute(Runnable runnable) {
        runnable.run();
    }

    @Override
    protected SocketState dispatchEndRequest() {
        return SocketState.CLOSED;
    }

    @Override
    protected SocketState service(SocketWrapperBase<?> socketWrapper) {
        return SocketState.CLOSED;
    }

    @Override
    protected ServletConnection getServletConnection() {
        return new ServletConnectionImpl("berth-warm-up", "http/1.1", "", secure);
    }

    @Override
    protected Log getLog() {
        return log;
    }

    @Override
    protected boolean isRequestBodyFullyRead() {
        return true;
    }

    @Override
    protected boolean isReadyForWrite() {
        return true;
    }

    @Override
    protected boolean isTrailerFieldsReady() {
        return true;
    }

    @Override
    protected int available(boolean doRead) {
        return 0;
    }

    @Override
    protected boolean flushBufferedWrite() {
        return false;
    }

    // What belongs to a connection, of which there is none

    @Override
    protected void prepareResponse() {
        response.setCommitted(true);
    }

    @Override
    protected void finishResponse() {}

    @Override
    protected void ack(ContinueResponseTiming continueResponseTiming) {}

    @Override
    protected void earlyHints() {}

    @Override
    protected void flush() {}

    @Override
    protected void setRequestBody(ByteChunk body) {}

    @Override
    protected void setSwallowResponse() {}

    @Override
    protected void disableSwallowRequest() {}

    @Override
    protected void registerReadInterest() {}

    @Override
    public void pause() {}

    /**
     * What came back.
     *
     * @param status the status
     * @param body the first bytes of the body, as text
     */
    record Answer(int status, String body) {}

    private static final class NoBody implements InputBuffer {

        @Override
        public int doRead(ApplicationBufferHandler handler) {
            return -1;
        }

        @Override
        public int available() {
            return 0;
        }
    }

    /** Keeps the first bytes. */
    private final class Body implements OutputBuffer {

        @Override
        public int doWrite(ByteBuffer chunk) {
            int length = chunk.remaining();
            while (chunk.hasRemaining() && body.hasRemaining()) {
                body.put(chunk.get());
            }
            chunk.position(chunk.limit());
            written += length;
            return length;
        }

        @Override
        public long getBytesWritten() {
            return written;
        }
    }
}
