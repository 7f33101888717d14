package dev.berth.fidelity;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run of a line's requests.
 *
 * @param facts what was recorded
 * @param answers how many answers there were
 * @param failure what kept it from its end
 */
record Visit(Map<String, String> facts, int answers, Optional<Throwable> failure) {

    /** Visits an application that runs on a port of this machine. */
    static Visit of(Line line, int port) {
        List<Mask> masks = new ArrayList<>(line.masks());
        masks.addAll(Mask.ALWAYS);
        masks.add(Mask.of("\\b" + port + "\\b", "<port>"));
        Recording recording = new Recording(masks);
        Visitor visitor = new Visitor(URI.create("http://127.0.0.1:" + port + "/" + line.app()), recording);
        Optional<Throwable> failure = Optional.empty();
        int answers = 0;
        try {
            line.visit(visitor);
            answers = recording.count();
            recording.conditions(visitor.probe("/probe/conditions"));
            recording.properties(visitor.probe("/probe/properties"));
        } catch (Exception | AssertionError thrown) {
            failure = Optional.of(thrown);
        }
        return new Visit(recording.facts(), answers, failure);
    }

    /** The visit of an application that did not start. */
    static Visit none(Throwable failure) {
        return new Visit(Map.of(), 0, Optional.of(failure));
    }
}
