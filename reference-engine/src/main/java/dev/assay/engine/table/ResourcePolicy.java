package dev.assay.engine.table;

/**
 * A policy on a table or a stream.
 *
 * @param document the JSON text as it was put
 * @param revisionId changes with every change of the policy
 */
public record ResourcePolicy(String document, String revisionId) {}
