package dev.berth.cli.demo;

import dev.berth.cli.process.Installation;
import java.nio.file.Path;

/**
 * What a demo is played with; found as a whole before anything begins.
 *
 * @param java the java command that starts the base
 * @param baseJar the default base
 * @param catalog the stock sample
 * @param pricing the slim sample
 */
public record DemoParts(Path java, Path baseJar, Path catalog, Path pricing) {

    /** Finds the parts; refuses when one has not been built. */
    public static DemoParts of(Installation installation) {
        return new DemoParts(
                installation.java(), installation.baseJar(), installation.catalogJar(), installation.pricingJar());
    }
}
