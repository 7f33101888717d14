package dev.berth.lifecycle;

import java.util.Optional;

/**
 * Something that a closed biz had forgotten in a place which outlives it, and what became of it.
 *
 * @param message a fact
 * @param detail more about it over several lines, such as the stack of a thread
 */
public record LeftBehind(String message, Optional<String> detail) {}
