package dev.berth.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleJarTests {

    @TempDir
    private Path folder;

    @Test
    void builtWhenThereIsAStockJarReturnsIt() throws IOException {
        // Given
        Path stock = jar("app.jar", "Spring-Boot-Version");
        jar("app-sources.jar", "Created-By");
        // When / Then
        assertThat(ModuleJar.built(List.of(folder))).isEqualTo(stock);
    }

    @Test
    void builtWhenThereIsASlimJarTooReturnsThat() throws IOException {
        // Given
        jar("app.jar", "Spring-Boot-Version");
        Path slim = jar("app-biz.jar", "Berth-Biz-Name");
        // When / Then
        assertThat(ModuleJar.built(List.of(folder))).isEqualTo(slim);
    }

    @Test
    void builtWhenThereAreSeveralNamesThem() throws IOException {
        // Given
        jar("one.jar", "Spring-Boot-Version");
        jar("two.jar", "Spring-Boot-Version");
        // When / Then
        assertThatThrownBy(() -> ModuleJar.built(List.of(folder)))
                .isInstanceOf(TestKitException.class)
                .hasMessageContainingAll("one.jar", "two.jar", "Name one: @BizTest(jar = …)");
    }

    @Test
    void builtWhenThereIsNoneTellsHowToGetOne() {
        assertThatThrownBy(() -> ModuleJar.built(List.of(folder)))
                .isInstanceOf(TestKitException.class)
                .hasMessageContainingAll("no jar of a biz", "mvn verify", "@BizTest(application = …)");
    }

    private Path jar(String name, String attribute) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue(attribute, "x");
        Path jar = folder.resolve(name);
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }
}
