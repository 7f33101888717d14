package dev.berth.testing;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** Counts the objects of this JVM that a garbage collection leaves; one that is only softly reachable is one of them. */
public final class LiveObjects {

    private LiveObjects() {}

    /** Collects garbage and counts the instances of a class by its name. */
    public static long count(String className) {
        return count(histogram(), className);
    }

    /** Reads the count from what {@code jcmd <pid> GC.class_histogram} prints. */
    public static long count(String histogram, String className) {
        return histogram
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(row -> row.length >= 4 && row[3].equals(className))
                .mapToLong(row -> Long.parseLong(row[1]))
                .sum();
    }

    private static String histogram() {
        try {
            return (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
        } catch (JMException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
