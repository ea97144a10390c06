package dev.assay.fault;

/**
 * Where a request is going.
 *
 * @param name what the proxy calls the store
 * @param region the region that the store serves, or the empty string
 * @param az its availability zone, or the empty string
 */
public record Upstream(String name, String region, String az) {
  /** A store of which nothing is known. */
  public static final Upstream UNKNOWN = new Upstream("", "", "");
}
