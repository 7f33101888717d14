package dev.berth.control;

import dev.berth.biz.BizName;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.HostingRoom;
import dev.berth.lifecycle.LoaderProof;
import dev.berth.lifecycle.LoaderReport;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Refuses a biz whose classes are not likely to fit, before it takes what its neighbours need. Safe for use by many
 * threads.
 */
final class MetaspaceGate {

    private static final double MEGABYTE = 1 << 20;

    private final HostingRoom room;
    private final LoaderProof loaders;

    MetaspaceGate(HostingRoom room, LoaderProof loaders) {
        this.room = room;
        this.loaders = loaders;
    }

    /**
     * Refuses an install, unless it is forced, while less metaspace is left than such a biz took before; loaders that are
     * about to go are waited for.
     *
     * @throws BerthException with METASPACE_SHORT, which names the closed revisions that take some of it
     */
    void check(InstallRequest request, BizName name) {
        if (request.force() || room.shortage(name).isEmpty()) {
            return;
        }
        try {
            loaders.awaitAll();
        } catch (InterruptedException interrupted) {
            throw UnderLock.stopping(interrupted);
        }
        Optional<HostingRoom.Shortage> shortage = room.shortage(name);
        if (shortage.isPresent()) {
            throw refused(name, shortage.get());
        }
    }

    private BerthException refused(BizName name, HostingRoom.Shortage shortage) {
        List<LoaderReport> lingering = loaders.lingering();
        String held = lingering.isEmpty()
                ? ""
                : "; closed revisions that are held: "
                        + lingering.stream()
                                .map(report -> "'" + report.revision() + "'")
                                .collect(Collectors.joining(", "));
        return new BerthException(
                ErrorCode.METASPACE_SHORT,
                "Biz '" + name + "' took " + megabytes(shortage.neededBytes()) + " of " + shortage.space()
                        + " before, and the base has " + megabytes(shortage.leftBytes()) + " left" + held,
                "Uninstall what is not needed, see with berth why what holds closed revisions, or start the base with a"
                        + " larger -XX:MaxMetaspaceSize; --force installs all the same.");
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE);
    }
}
