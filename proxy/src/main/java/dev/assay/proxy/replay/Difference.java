package dev.assay.proxy.replay;

/**
 * A place in which two answers differ.
 *
 * @param path in the body, as {@code Item.price.N}; {@code status} for the status itself
 * @param before what the journal has there, {@code nothing} when it is absent
 * @param now what the other store answered
 */
public record Difference(String path, String before, String now) {}
