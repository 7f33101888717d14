package dev.berth.cli.process;

import dev.berth.cli.home.BaseRecord;

/** Whether the base that a home tells of still runs. */
public sealed interface HomeState {

    /** The home tells of no base. */
    record Empty() implements HomeState {}

    /**
     * The home tells of a base that is gone: it was killed, or the machine went down.
     *
     * @param base what it left behind
     */
    record Stale(BaseRecord base) implements HomeState {}

    /**
     * The base runs.
     *
     * @param base what it wrote
     * @param process its process
     */
    record Running(BaseRecord base, ProcessHandle process) implements HomeState {}
}
