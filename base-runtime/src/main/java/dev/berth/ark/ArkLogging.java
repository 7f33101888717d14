package dev.berth.ark;

/**
 * Makes Ark log through the base's SLF4J.
 *
 * <p>Ark's logging library opens a log context and files of its own in the user's home unless a system property tells it
 * not to. It reads the property once, so that it need not stay.
 */
final class ArkLogging {

    private static final String DISABLE = "sofa.middleware.log.disable";
    private static final String READER = "com.alipay.sofa.common.log.Constants";

    private ArkLogging() {}

    static void quiet() {
        String before = System.getProperty(DISABLE);
        System.setProperty(DISABLE, "true");
        try {
            Class.forName(READER, true, ArkLogging.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(
                    "Ark's logging library is missing; the base-runtime jar is damaged", missing);
        } finally {
            if (before == null) {
                System.clearProperty(DISABLE);
            } else {
                System.setProperty(DISABLE, before);
            }
        }
    }
}
