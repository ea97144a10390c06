package dev.assay.proxy.journal;

/**
 * The moments of an exchange in nanoseconds since 1970, 0 for what did not happen. Differences are
 * exact to the monotonic clock.
 *
 * @param receivedNanos the request's head was read
 * @param forwardedNanos the request's head was written towards the store
 * @param firstByteBackNanos the head of the store's answer was read
 * @param answeredNanos the last byte was handed to the client's socket, or the exchange was given
 *     up
 */
public record Times(
    long receivedNanos, long forwardedNanos, long firstByteBackNanos, long answeredNanos) {}
