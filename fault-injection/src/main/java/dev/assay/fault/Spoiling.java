package dev.assay.fault;

/** The store's answer reaches the client damaged. */
public sealed interface Spoiling extends Fault
    permits CloseAfter, TruncatedBody, CorruptedBody, WrongCrc32 {}
