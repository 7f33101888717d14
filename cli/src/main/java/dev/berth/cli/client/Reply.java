package dev.berth.cli.client;

import dev.berth.cli.json.JsonObject;

/**
 * What a base answered.
 *
 * @param value the answer as far as this version knows its members
 * @param json the answer as it came, every member in it
 * @param <T> what was asked for
 */
public record Reply<T>(T value, JsonObject json) {}
