package dev.berth.artifact;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** The two things that inspecting a library takes, whatever form it is in. Closing is the owner's matter. */
interface JarContents {

    /** Hands over the name of each entry. */
    void forEachName(Consumer<String> consumer) throws IOException;

    /** Returns the start of an entry, at most so many bytes, unless there is no such entry. */
    Optional<byte[]> head(String name, int maxBytes) throws IOException;
}
