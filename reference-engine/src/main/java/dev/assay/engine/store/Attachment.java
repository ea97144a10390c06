package dev.assay.engine.store;

/**
 * A small document that is kept with a commit: it is in the log if and only if the writes are.
 *
 * @param kind whose it is
 * @param id takes the place of an earlier one with the same kind and id
 */
public record Attachment(String kind, String id, byte[] document) {}
