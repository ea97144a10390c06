package dev.assay.engine.kinesis;

/** A change that is to be put into a data stream. */
record Change(String partitionKey, byte[] data) {}
