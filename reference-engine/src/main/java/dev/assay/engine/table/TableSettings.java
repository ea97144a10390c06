package dev.assay.engine.table;

/**
 * The settings of a table that do not change how its items are stored.
 *
 * @param throughput provisioned capacity; {@link Throughput#NONE} when on demand
 */
public record TableSettings(
    BillingMode billingMode, Throughput throughput, boolean deletionProtection) {}
