package dev.berth.control;

import java.util.List;
import java.util.Optional;

/**
 * Which libraries a revision shares with the base and which it brings.
 *
 * @param name the name of the biz
 * @param version its version
 * @param revision the id of the revision, or name and version alone for one that does not run: then it is what a start
 *     would decide now
 * @param libraries one entry a library, in alphabetical order
 */
public record LinkageView(String name, String version, String revision, List<Entry> libraries) {

    public LinkageView {
        libraries = List.copyOf(libraries);
    }

    /**
     * One library of a biz.
     *
     * @param library group and artifact, or the artifact alone where no group is known
     * @param bizVersion the version that the biz declares
     * @param baseVersion the version that the base has, unless it has none
     * @param plugin the plugin of the base that has it, unless it is the base itself
     * @param decision {@code share}, {@code bring}, or {@code ignore} for what only a stand-alone start needs
     * @param reason why
     */
    public record Entry(
            String library,
            String bizVersion,
            Optional<String> baseVersion,
            Optional<String> plugin,
            String decision,
            String reason) {}
}
