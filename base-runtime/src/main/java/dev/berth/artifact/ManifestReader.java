package dev.berth.artifact;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/** Reads the main section of a manifest; the sections of a signed jar's entries are long and nobody's matter here. */
final class ManifestReader {

    private ManifestReader() {}

    /** Returns the main attributes; none where there is no manifest. */
    static Attributes mainAttributes(JarContents contents) throws IOException {
        byte[] bytes =
                contents.head(JarFile.MANIFEST_NAME, LibraryReader.HEAD_BYTES).orElse(new byte[0]);
        int length = mainSectionLength(bytes);
        return new Manifest(new ByteArrayInputStream(bytes, 0, length)).getMainAttributes();
    }

    /** Returns the value of an attribute, unless it is missing or blank. */
    static Optional<String> value(Attributes attributes, String name) {
        return Optional.ofNullable(attributes.getValue(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Returns attributes by their names. */
    static Map<String, String> texts(Attributes attributes) {
        return attributes.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().toString(), entry -> entry.getValue()
                        .toString()));
    }

    private static int mainSectionLength(byte[] bytes) {
        boolean lineStart = true;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                if (lineStart) {
                    return i + 1;
                }
                lineStart = true;
            } else if (bytes[i] != '\r') {
                lineStart = false;
            }
        }
        return bytes.length;
    }
}
