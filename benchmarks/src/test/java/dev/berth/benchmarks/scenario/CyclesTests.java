package dev.berth.benchmarks.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.benchmarks.host.CycledHost;
import dev.berth.benchmarks.host.Footprint;
import dev.berth.benchmarks.host.SoftReferences;
import dev.berth.benchmarks.report.Machine;
import dev.berth.benchmarks.report.Report;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CyclesTests {

    private final List<Integer> looked = new ArrayList<>();

    @Test
    void runLooksAtEachPowerOfTenAndAtTheEnd() {
        // When
        cycles(CycleMode.UNINSTALL, 0, 120);
        // Then
        assertThat(looked).containsExactly(10, 100, 120);
    }

    @Test
    void promisesWhenNothingIsLeftAreKept() {
        assertThat(report(cycles(CycleMode.UNINSTALL, 0, 20), SoftReferences.CLEARED)
                        .kept())
                .isTrue();
        assertThat(report(cycles(CycleMode.REPLACE, 0, 20), SoftReferences.CLEARED)
                        .kept())
                .isTrue();
    }

    @Test
    void promisesWhenEachCycleLeavesALoaderAreBroken() {
        assertThat(report(cycles(CycleMode.UNINSTALL, 1, 20), SoftReferences.CLEARED)
                        .kept())
                .isFalse();
        assertThat(report(cycles(CycleMode.REPLACE, 1, 20), SoftReferences.KEPT).kept())
                .isFalse();
    }

    @Test
    void promisesWhenEachOfTwentyCyclesLeavesAThreadAreBroken() {
        // Given
        Cycles cycles = new Cycles(new Leaking(0, 1, 0), CycleMode.UNINSTALL);
        // When
        cycles.run(20, looked::add);
        // Then
        assertThat(report(cycles, SoftReferences.CLEARED).lines())
                .filteredOn(line -> line.startsWith("BROKEN"))
                .singleElement()
                .asString()
                .endsWith("from 10 to 20 cycles, more threads: 10 (at most 4)");
    }

    @Test
    void promisesWhenEachOfManyCyclesLeavesTwoClassesAreBroken() {
        // Given
        Cycles cycles = new Cycles(new Leaking(0, 0, 2), CycleMode.UNINSTALL);
        // When
        cycles.run(1_000, looked::add);
        // Then
        assertThat(report(cycles, SoftReferences.CLEARED).lines())
                .filteredOn(line -> line.startsWith("BROKEN"))
                .singleElement()
                .asString()
                .endsWith("from 10 to 1000 cycles, more classes: 1980 (at most 1000)");
    }

    @Test
    void promisesOfDefaultFlagsAllowSomeLoaders() {
        assertThat(report(cycles(CycleMode.UNINSTALL, 1, 3), SoftReferences.KEPT)
                        .kept())
                .isTrue();
        assertThat(report(cycles(CycleMode.UNINSTALL, 1, 3), SoftReferences.CLEARED)
                        .kept())
                .isFalse();
    }

    private Cycles cycles(CycleMode mode, int leaking, int count) {
        Cycles cycles = new Cycles(new Leaking(leaking, 0, 0), mode);
        cycles.run(count, looked::add);
        return cycles;
    }

    private static Report report(Cycles cycles, SoftReferences references) {
        Report report = new Report("cycles", new Machine("a processor", 2, 24, "a system"), Clock.systemUTC());
        new CyclesFigures(cycles.mode(), references).promise(cycles, report);
        return report;
    }

    /** Leaves so many loaders, threads and classes behind with each cycle. */
    private static final class Leaking implements CycledHost {

        private final int loaders;
        private final int threads;
        private final int classes;
        private int installed;
        private int cycles;

        Leaking(int loaders, int threads, int classes) {
            this.loaders = loaders;
            this.threads = threads;
            this.classes = classes;
        }

        @Override
        public String title() {
            return "fake";
        }

        @Override
        public void install(int version) {
            installed++;
        }

        @Override
        public void replace(int version) {
            installed = Math.min(installed + 1, revisionsAfterReplace());
            cycles++;
        }

        @Override
        public void use() {
            assertThat(installed).isPositive();
        }

        @Override
        public void uninstall() {
            installed--;
            cycles++;
        }

        @Override
        public void settle(int expected) {
            assertThat(installed).isEqualTo(expected);
        }

        @Override
        public Footprint footprint() {
            return new Footprint(
                    installed + cycles * loaders,
                    20 + cycles * threads,
                    50,
                    3,
                    20_000 + cycles * classes,
                    30_000_000,
                    60_000_000);
        }

        @Override
        public int revisionsAfterReplace() {
            return 2;
        }

        @Override
        public void close() {
            installed = 0;
        }
    }
}
