package dev.assay.proxy.route;

/**
 * An upstream became healthy or unhealthy.
 *
 * @param atNanos since 1970
 * @param reason why it is unhealthy, the empty string when it is healthy again
 */
public record HealthChange(long atNanos, String upstream, boolean healthy, String reason) {}
