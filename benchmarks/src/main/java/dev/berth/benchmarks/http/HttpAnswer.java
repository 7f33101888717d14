package dev.berth.benchmarks.http;

/**
 * A whole answer.
 *
 * @param status the status code
 * @param body the body, UTF-8
 * @param reusable whether the connection may be used again
 */
public record HttpAnswer(int status, String body, boolean reusable) {}
