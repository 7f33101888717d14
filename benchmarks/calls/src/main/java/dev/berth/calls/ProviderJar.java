package dev.berth.calls;

import dev.berth.calls.biz.P000;
import dev.berth.calls.contract.Prices;
import dev.berth.calls.importer.Importer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Writes the biz of this benchmark from classes of its own class path. */
final class ProviderJar {

    private ProviderJar() {}

    /** Writes a biz with so many providers, a class each, which differ by their names, ids and rules. */
    static Path providers(Path folder, int count) throws IOException {
        Path jar = folder.resolve("providers.jar");
        try (JarOutputStream out = open(jar, "providers", "dev.berth.calls.biz.Main", "")) {
            add(out, "dev/berth/calls/biz/Main.class", classOf("dev/berth/calls/biz/Main"));
            StringBuilder services = new StringBuilder();
            // Latin-1 keeps every byte as it is
            String template = new String(classOf(P000.class.getName().replace('.', '/')), StandardCharsets.ISO_8859_1);
            for (int number = 0; number < count; number++) {
                String digits = String.format("%03d", number);
                String text = template.replace("P000", "P" + digits).replace("#000", "#" + digits);
                add(out, "dev/berth/calls/biz/P" + digits + ".class", text.getBytes(StandardCharsets.ISO_8859_1));
                services.append("dev.berth.calls.biz.P").append(digits).append('\n');
            }
            add(
                    out,
                    "META-INF/services/" + Prices.class.getName(),
                    services.toString().getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    /** Writes the biz that imports a bean; it shares the Spring of this class path. */
    static Path importer(Path folder) throws IOException {
        Path jar = folder.resolve("importer.jar");
        String name = Importer.class.getName();
        try (JarOutputStream out = open(jar, "importer", name, SpringOfTheBase.declared())) {
            for (String each : new String[] {name, name + "$Given"}) {
                add(out, each.replace('.', '/') + ".class", classOf(each.replace('.', '/')));
            }
        }
        return jar;
    }

    private static JarOutputStream open(Path jar, String name, String main, String libraries) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Berth-Biz-Name", name);
        attributes.putValue("Berth-Biz-Version", "1");
        attributes.putValue("Start-Class", main);
        attributes.putValue("Berth-Libraries", libraries);
        return new JarOutputStream(Files.newOutputStream(jar), manifest);
    }

    private static void add(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
        out.closeEntry();
    }

    private static byte[] classOf(String name) throws IOException {
        try (InputStream in = ProviderJar.class.getResourceAsStream("/" + name + ".class")) {
            if (in == null) {
                throw new IOException("There is no class '" + name + "'");
            }
            return in.readAllBytes();
        }
    }
}
