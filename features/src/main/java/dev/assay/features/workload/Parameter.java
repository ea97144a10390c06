package dev.assay.features.workload;

/**
 * Something about a workload that can be chosen.
 *
 * @param about in a few words, with the unit
 * @param least inclusive
 * @param most inclusive
 */
public record Parameter(String name, String about, long otherwise, long least, long most) {}
