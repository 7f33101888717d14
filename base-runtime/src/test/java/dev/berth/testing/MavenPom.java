package dev.berth.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What the tests need to know of a published POM; parents and profiles are not followed.
 *
 * @param version its own version, or its parent's
 * @param runtimeDependencies the artifact ids of what it needs when it runs
 */
record MavenPom(String version, List<String> runtimeDependencies) {

    private static final Set<String> NOT_AT_RUN_TIME = Set.of("test", "provided", "system", "import");

    MavenPom {
        runtimeDependencies = List.copyOf(runtimeDependencies);
    }

    static MavenPom read(Path file) {
        Element project = parse(file);
        Stream<String> inherited = children(project, "parent").flatMap(parent -> text(parent, "version"));
        String version =
                Stream.concat(text(project, "version"), inherited).findFirst().orElse("");
        List<String> dependencies = children(project, "dependencies")
                .flatMap(all -> children(all, "dependency"))
                .filter(MavenPom::isNeededAtRunTime)
                .flatMap(dependency -> text(dependency, "artifactId"))
                .toList();
        return new MavenPom(version, dependencies);
    }

    private static boolean isNeededAtRunTime(Element dependency) {
        return text(dependency, "scope").noneMatch(NOT_AT_RUN_TIME::contains)
                && text(dependency, "optional").noneMatch("true"::equals);
    }

    private static Stream<Element> children(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(element -> element.getTagName().equals(name));
    }

    private static Stream<String> text(Element parent, String name) {
        return children(parent, name).map(element -> element.getTextContent().strip());
    }

    private static Element parse(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("'" + file.getFileName() + "' is not a POM", e);
        }
    }
}
