import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gradle.api.JavaVersion;
import org.gradle.api.Project;
import org.gradle.testfixtures.ProjectBuilder;
import org.springframework.boot.gradle.tasks.bundling.BootJar;

/** Runs the task {@code bootJar} as the tests of Spring Boot's plugin do: in a project that no build belongs to. */
class BootJarTask {

    /** Takes the folder, the name and the version of the jar, its main class, its own classes and its libraries. */
    public static void main(String[] arguments) throws Exception {
        Path target = Path.of(arguments[0]);
        Project project = ProjectBuilder.builder()
                .withName(arguments[1])
                .withProjectDir(
                        Files.createDirectories(target.resolve("gradle")).toFile())
                .build();
        project.setVersion(arguments[2]);
        BootJar bootJar = project.getTasks().register("bootJar", BootJar.class).get();
        bootJar.getArchiveBaseName().set(arguments[1]);
        bootJar.getArchiveVersion().set(arguments[2]);
        bootJar.getDestinationDirectory().set(target.toFile());
        bootJar.getMainClass().set(arguments[3]);
        bootJar.getTargetJavaVersion().set(JavaVersion.VERSION_17);
        bootJar.classpath(Path.of(arguments[4]).toFile(), arguments[5].split(File.pathSeparator));
        bootJar.getActions().forEach(action -> action.execute(bootJar));
    }
}
