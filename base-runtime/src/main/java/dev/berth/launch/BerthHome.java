package dev.berth.launch;

import java.nio.file.Path;
import org.springframework.core.env.ConfigurableEnvironment;

/** Finds the home of a base: the setting {@code berth.home} (or {@code BERTH_HOME}), else {@code .berth} in the user's home. */
public final class BerthHome {

    private BerthHome() {}

    /** Returns the absolute path of the home; it need not exist. */
    public static Path of(ConfigurableEnvironment environment) {
        String setting = environment.getProperty("berth.home");
        Path home = setting == null || setting.isBlank()
                ? Path.of(System.getProperty("user.home"), ".berth")
                : Path.of(setting);
        return home.toAbsolutePath().normalize();
    }
}
