package dev.berth.ark;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The packages, classes and resources that a manifest lists, in SOFAArk's notation: {@code a.b} is one package,
 * {@code a.b.*} that one and all below it; a resource may begin or end with a star.
 *
 * @param packages the packages
 * @param classes the classes; those nested in one come with it
 * @param resources the resources
 */
record PluginNames(Set<String> packages, Set<String> classes, Set<String> resources) {

    private static final String BELOW = ".*";

    PluginNames {
        packages = Set.copyOf(packages);
        classes = Set.copyOf(classes);
        resources = Set.copyOf(resources);
    }

    /** Splits the value of a manifest's attribute. */
    static Set<String> split(String value) {
        return Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isEmpty() {
        return packages.isEmpty() && classes.isEmpty() && resources.isEmpty();
    }

    boolean hasPackage(String name) {
        return packages.contains(name) || packages.stream().anyMatch(pattern -> covers(pattern, name));
    }

    boolean hasClass(String name) {
        return classes.contains(name) || classes.contains(outermost(name)) || hasPackage(packageOf(name));
    }

    boolean hasResource(String name) {
        return resources.contains(name)
                || resources.stream()
                        .anyMatch(pattern -> pattern.endsWith("*")
                                ? pattern.length() > 1 && name.startsWith(pattern.substring(0, pattern.length() - 1))
                                : pattern.startsWith("*") && name.endsWith(pattern.substring(1)));
    }

    /** Returns the packages in which something is listed, among these. */
    Set<String> among(Set<String> all) {
        Set<String> ofClasses = classes.stream().map(PluginNames::packageOf).collect(Collectors.toSet());
        return all.stream()
                .filter(name -> hasPackage(name) || ofClasses.contains(name))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns a package or class that both list, the alphabetically first. */
    Optional<String> inCommon(PluginNames other) {
        Stream<String> common = Stream.of(
                        classes.stream().filter(other::hasClass),
                        other.classes.stream().filter(this::hasClass),
                        packages.stream().filter(other::meets),
                        other.packages.stream().filter(this::meets))
                .flatMap(names -> names);
        return common.collect(Collectors.toCollection(TreeSet::new)).stream().findFirst();
    }

    private boolean meets(String pattern) {
        return pattern.endsWith(BELOW)
                ? hasPackage(pattern.substring(0, pattern.length() - BELOW.length()))
                : hasPackage(pattern);
    }

    private static boolean covers(String pattern, String name) {
        if (!pattern.endsWith(BELOW)) {
            return false;
        }
        String top = pattern.substring(0, pattern.length() - BELOW.length());
        return name.equals(top) || name.startsWith(top + ".");
    }

    private static String outermost(String name) {
        int dollar = name.indexOf('$', name.lastIndexOf('.') + 2);
        return dollar < 0 ? name : name.substring(0, dollar);
    }

    private static String packageOf(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }
}
