package dev.berth.fidelity;

import dev.berth.process.BaseProcess;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One line of the table: an application and the requests that show what it uses.
 *
 * <p>The requests are sent twice, to the application started by {@code java -jar} and to the same jar as a biz.
 */
public interface Line {

    /** Returns the name of the line. */
    String name();

    /** Says in a few words what the application uses; stands in the table. */
    String shows();

    /** Returns the folder of the application below {@code fidelity/apps}; its biz and its context path have this name too. */
    default String app() {
        return name();
    }

    /** Returns settings of both: arguments of the stand-alone application, the operator's file of the biz. */
    default Map<String, String> settings() {
        return Map.of();
    }

    /** Says why this machine can't run the line, if that is so. */
    default Optional<String> lacking() {
        return Optional.empty();
    }

    /** Sends the requests; each says what it expects of both answers. */
    void visit(Visitor visitor) throws Exception;

    /** Returns what changes from run to run in the answers of this line, beside what always does. */
    default List<Mask> masks() {
        return List.of();
    }

    /** Returns the differences that are meant, each with its reason. */
    default List<AllowedDifference> differences() {
        return List.of();
    }

    /** Looks at the base while the biz is installed, after its visit. */
    default void besides(BaseProcess base) throws Exception {}

    /** Ends what the line has started, after both visits. */
    default void end() {}
}
