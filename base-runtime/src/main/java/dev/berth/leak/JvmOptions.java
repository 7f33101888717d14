package dev.berth.leak;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;

/** How this JVM was told to deal with collections that are asked for. */
final class JvmOptions {

    private JvmOptions() {}

    /** Tells whether it makes them at all. */
    static boolean heedsRequests() {
        return !isSet("DisableExplicitGC");
    }

    /** Tells whether the application goes on meanwhile, but for short pauses. */
    static boolean collectsConcurrently() {
        return isSet("UseZGC")
                || (Stream.of("UseG1GC", "UseShenandoahGC").anyMatch(JvmOptions::isSet)
                        && isSet("ExplicitGCInvokesConcurrent"));
    }

    private static boolean isSet(String option) {
        try {
            HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return jvm != null && Boolean.parseBoolean(jvm.getVMOption(option).getValue());
        } catch (IllegalArgumentException unknown) {
            // Another JVM, or one that was built without that collector
            return false;
        }
    }
}
