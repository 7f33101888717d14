package dev.berth.leak;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes garbage collections and returns when they are over. */
interface Collector {

    /** Tells whether there is a way that lets the application go on. */
    boolean isConcurrent();

    /** Collects beside the application where there is a way; what is young stays then, and what that refers to. */
    void gently();

    /** Collects all that is not reachable, and may stop the application for it. */
    void thoroughly();

    /** Returns that of this JVM. */
    static Collector ofJvm() {
        boolean concurrent = JvmOptions.collectsConcurrently();
        return new Collector() {

            @Override
            public boolean isConcurrent() {
                return concurrent;
            }

            @Override
            public void gently() {
                System.gc();
            }

            @Override
            public void thoroughly() {
                if (concurrent) {
                    FullCollection.make();
                } else {
                    System.gc();
                }
            }
        };
    }

    /** A collection that is full although the JVM makes others when it is asked: the one before a histogram of classes. */
    final class FullCollection {

        private static final Logger logger = LoggerFactory.getLogger(FullCollection.class);

        private FullCollection() {}

        private static void make() {
            try {
                ManagementFactory.getPlatformMBeanServer()
                        .invoke(
                                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                                "gcClassHistogram",
                                new Object[] {new String[0]},
                                new String[] {String[].class.getName()});
            } catch (JMException | RuntimeException absent) {
                logger.debug("There is no full collection here; the usual one has to do", absent);
                System.gc();
            }
        }
    }
}
