package dev.assay.engine.recovery;

import dev.assay.engine.api.Region;
import java.time.Instant;
import java.util.Locale;

/**
 * Ids of backups, exports and imports, the last part of their ARNs: {@code 01695759283458-73d8d5bc}
 * is the millisecond in which one began, and something that tells it from others of that moment.
 * Ids sort by time.
 */
final class JobId {
  private JobId() {}

  static String next(Region region, Instant now) {
    return id(now, region.uuids().get().replace("-", "").substring(0, 8));
  }

  /** Of what the service begins by itself. */
  static String ofService(Instant now) {
    return id(now, "00000000");
  }

  private static String id(Instant now, String suffix) {
    return String.format(Locale.ROOT, "%014d-%s", now.toEpochMilli(), suffix);
  }

  /** The region that an ARN names; empty if it is none. */
  static String regionOf(String arn) {
    String[] parts = arn.split(":", 6);
    return parts.length < 6 ? "" : parts[3];
  }

  /** What follows the last slash. */
  static String idOf(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }
}
