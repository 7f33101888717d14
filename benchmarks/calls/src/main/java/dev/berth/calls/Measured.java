package dev.berth.calls;

import dev.berth.calls.contract.Prices;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What is called: a real base, and the providers of a biz in its own loader.
 *
 * @param base the base
 * @param direct a bean of it
 * @param imported what a biz was given for that bean
 * @param stubs what the base was given for the providers of the biz
 */
record Measured(RunningBase base, Prices direct, Prices imported, Desk.Stubs stubs) {

    /** Starts the base, and installs a biz with so many providers and one that imports. */
    static Measured start(int providers) throws Exception {
        Path folder = Files.createTempDirectory("berth-calls");
        RunningBase base = RunningBase.start(folder.resolve("home"));
        base.install(ProviderJar.providers(folder, providers));
        base.install(ProviderJar.importer(folder));
        Desk.Stubs stubs = base.bean(Desk.Stubs.class);
        Measured measured = new Measured(base, base.bean(Desk.Direct.class), stubs.imports.imported(), stubs);
        if (measured.imported != measured.direct || stubs.byId.price(1) != 2 || stubs.byRule.price(1) != 2) {
            throw new IllegalStateException("The calls are not those that are to be measured");
        }
        return measured;
    }
}
