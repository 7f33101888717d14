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

    /** A signature covers the jar as it was; of the unpacked classes it would be wrong. */
    private static boolean isSignature(String entryName) {
        if (!entryName.startsWith("META-INF/") || entryName.indexOf('/', 9) >= 0) {
            return false;
        }
        String name = entryName.substring(9).toUpperCase(Locale.ROOT);
        return name.endsWith(".SF")
                || name.endsWith(".RSA")
                || name.endsWith(".DSA")
                || name.endsWith(".EC")
                || name.startsWith("SIG-")
                || name.equals("INDEX.LIST");
    }
}
