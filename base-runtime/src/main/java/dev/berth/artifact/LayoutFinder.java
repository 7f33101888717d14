package dev.berth.artifact;

import java.util.List;
import java.util.jar.Attributes;

/** Tells the layouts that a base hosts from each other and from those that it doesn't. */
final class LayoutFinder {

    private static final String HOW_TO_BUILD =
            "Build an executable jar with spring-boot-maven-plugin (goal repackage) or Gradle's bootJar, or a slim jar"
                    + " with biz-maven-plugin.";

    private LayoutFinder() {}

    static Layout find(Attributes manifest, List<String> names, String subject) {
        refuseOtherKinds(manifest, names, subject);
        if (hasFolder(names, "BOOT-INF/classes/") || hasFolder(names, "BOOT-INF/lib/")) {
            return Layout.STOCK;
        }
        if (has(manifest, "Berth-Biz-Name")
                || has(manifest, "Berth-Plugin-Version")
                || hasFolder(names, "BERTH-INF/")) {
            return Layout.SLIM;
        }
        if (has(manifest, "Ark-Biz-Name") || names.contains(Layout.ARK_BIZ_MARK)) {
            return Layout.ARK;
        }
        MainClass.find(manifest, subject);
        throw Refusal.unsupported(
                subject + " has a main class, but neither Spring Boot's layout nor one of a biz", HOW_TO_BUILD);
    }

    private static void refuseOtherKinds(Attributes manifest, List<String> names, String subject) {
        if (hasFolder(names, "WEB-INF/")) {
            throw Refusal.unsupported(subject + " is a war", "Set the packaging to jar. " + HOW_TO_BUILD);
        }
        if (has(manifest, "Ark-Container-Root") || hasFolder(names, "SOFA-ARK/")) {
            throw Refusal.unsupported(
                    subject + " is an ark-executable.jar, a SOFAArk base with its modules in it",
                    "Give the ark-biz.jar that the same build makes.");
        }
        if (has(manifest, "Ark-Plugin-Name") || has(manifest, "pluginName")) {
            throw Refusal.unsupported(subject + " is an Ark plugin", "Give the jar of a biz.");
        }
    }

    private static boolean has(Attributes manifest, String key) {
        return ManifestReader.value(manifest, key).isPresent();
    }

    private static boolean hasFolder(List<String> names, String folder) {
        return names.stream().anyMatch(name -> name.startsWith(folder));
    }
}
