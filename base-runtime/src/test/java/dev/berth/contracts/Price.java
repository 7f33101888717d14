package dev.berth.contracts;

/**
 * A price.
 *
 * @param maker who made it: the biz and its version
 * @param cents how much
 */
public record Price(String maker, long cents) {}
