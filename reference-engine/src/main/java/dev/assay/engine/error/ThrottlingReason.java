package dev.assay.engine.error;

/**
 * Why a request was throttled (API_ThrottlingReason).
 *
 * @param reason what, which operation and which limit, such as {@code
 *     TableReadProvisionedThroughputExceeded}
 * @param resource ARN of the table or the index
 */
public record ThrottlingReason(String reason, String resource) {}
