package dev.assay.features.checker;

import java.util.List;

/**
 * The smallest part of a history that was found to break a promise.
 *
 * @param words line by line, for people
 * @param svg the same as a picture: a whole SVG document
 */
public record Counterexample(List<String> words, String svg) {}
