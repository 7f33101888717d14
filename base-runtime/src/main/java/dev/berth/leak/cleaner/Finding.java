package dev.berth.leak.cleaner;

import java.util.Optional;

/**
 * What a biz had left behind and what became of it; holds nothing of the biz.
 *
 * @param message a fact
 * @param detail more about it over several lines, such as the stack of a thread
 * @param cured whether it is gone
 */
public record Finding(String message, Optional<String> detail, boolean cured) {}
