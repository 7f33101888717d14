package dev.berth.artifact;

import java.util.Locale;

/** The kinds of jars that a base hosts, told apart by where classes and libraries lie. */
public enum Layout {
    /** An executable jar made by Spring Boot's Maven or Gradle plugin. */
    STOCK("BOOT-INF/classes/", "BOOT-INF/lib/"),
    /** A jar made by Berth's Maven plugin, without what the base provides. */
    SLIM("", "BERTH-INF/lib/"),
    /** An {@code ark-biz.jar} made by SOFAArk's Maven plugin. */
    ARK("", "lib/");

    private static final String META_INF = "META-INF/";

    static final String ARK_BIZ_MARK = "com/alipay/sofa/ark/biz/mark";

    private final String classesPrefix;
    private final String librariesPrefix;

    Layout(String classesPrefix, String librariesPrefix) {
        this.classesPrefix = classesPrefix;
        this.librariesPrefix = librariesPrefix;
    }

    /** Returns where the biz's own classes and resources lie; empty for the root of the jar. */
    public String classesPrefix() {
        return classesPrefix;
    }

    /** Returns the folder of the nested libraries. */
    public String librariesPrefix() {
        return librariesPrefix;
    }

    /** Says whether an entry is a nested library. */
    boolean isLibrary(String entryName) {
        return entryName.startsWith(librariesPrefix)
                && entryName.endsWith(".jar")
                && entryName.indexOf('/', librariesPrefix.length()) < 0;
    }

    /** Says whether an entry is one of the biz's own classes or resources, or a folder of them. */
    boolean isOwn(String entryName) {
        if (this == STOCK) {
            return entryName.startsWith(classesPrefix) && entryName.length() > classesPrefix.length();
        }
        return !isLibrary(entryName)
                && !entryName.startsWith("BERTH-INF/")
                && !entryName.equals(ARK_BIZ_MARK)
                && !isSignature(entryName);
    }

    /**
     * Says whether an entry of a stock jar is one of the application's that Spring Boot leaves at the root.
     *
     * <p>Its build plugins move classes and resources to {@code BOOT-INF/classes}, but not most of {@code META-INF}:
     * {@code spring.factories}, {@code build-info.properties} and {@code META-INF/resources} stay where the launcher's
     * parent loader finds them. The one service file there is the launcher's own.
     */
    boolean isOwnAtRoot(String entryName) {
        return this == STOCK
                && entryName.startsWith(META_INF)
                && !entryName.startsWith(META_INF + "services/")
                && !isSignature(entryName);
    }

    /** A signature covers the jar as it was; of the unpacked classes it would be wrong. */
    private static boolean isSignature(String entryName) {
        if (!entryName.startsWith(META_INF) || entryName.indexOf('/', META_INF.length()) >= 0) {
            return false;
        }
        String name = entryName.substring(META_INF.length()).toUpperCase(Locale.ROOT);
        return name.endsWith(".SF")
                || name.endsWith(".RSA")
                || name.endsWith(".DSA")
                || name.endsWith(".EC")
                || name.startsWith("SIG-")
                || name.equals("INDEX.LIST");
    }
}
