package dev.berth.web;

import java.io.IOException;
import org.apache.catalina.Context;
import org.apache.catalina.Valve;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.TomcatContextCustomizer;

/**
 * Tells in the words of an application what its server refuses before the application sees it, such as a path with
 * forbidden characters or headers that are too long; Tomcat would send a page of HTML.
 */
public final class RefusalPages implements TomcatContextCustomizer {

    private final byte[] problem;

    /**
     * Makes the pages of a server.
     *
     * @param problem the problem detail of status 400 that is told, as JSON
     */
    public RefusalPages(byte[] problem) {
        this.problem = problem.clone();
    }

    @Override
    public void customize(Context context) {
        StandardHost host = (StandardHost) context.getParent();
        for (Valve valve : host.getPipeline().getValves()) {
            if (valve instanceof ErrorReportValve) {
                host.getPipeline().removeValve(valve);
            }
        }
        host.getPipeline().addValve(new Page(problem));
        // The host adds its own unless it finds one of this class
        host.setErrorReportValveClass(Page.class.getName());
    }

    private static final class Page extends ErrorReportValve {

        private static final int MALFORMED = 400;

        private final byte[] problem;

        private Page(byte[] problem) {
            this.problem = problem;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            if (response.getStatus() < MALFORMED || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            response.setStatus(MALFORMED);
            response.setContentType("application/problem+json");
            response.setContentLength(problem.length);
            try {
                response.getOutputStream().write(problem);
                response.finishResponse();
            } catch (IOException gone) {
                // The caller does not hear it any more
            }
        }
    }
}
