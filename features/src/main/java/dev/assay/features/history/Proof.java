package dev.assay.features.history;

/**
 * What a proxy's journal says about one operation.
 *
 * @param words its exchanges by their numbers, for people
 * @param effects how many requests of it the store reported as done
 * @param lastNanos since 1970, when the last of these was in effect; 0 when there is none
 */
public record Proof(String words, int effects, long lastNanos) {}
