package dev.assay.fault;

/**
 * The store is asked for less than the client asked for, and the answer says so as the API does.
 */
public sealed interface Partial extends Fault
    permits UnprocessedItems, UnprocessedKeys, ShortPage, EmptyPage {}
