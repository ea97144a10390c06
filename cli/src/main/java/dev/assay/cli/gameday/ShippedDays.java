package dev.assay.cli.gameday;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The game days that ship with Assay. A new one is a file of its own and a name here. */
public final class ShippedDays {
  private static final List<String> NAMES =
      List.of(
          "az-outage",
          "two-zones",
          "region-outage-active-active",
          "mrsc-region-loss",
          "replication-pause",
          "clock-skew-lww",
          "hot-partition",
          "throttling-storm",
          "ambiguous-commits",
          "slow-answers",
          "mass-delete-pitr",
          "backup-restore",
          "warm-standby",
          "pilot-light");

  private ShippedDays() {}

  /** All of them, in the order in which they are shown. */
  public static List<String> names() {
    return NAMES;
  }

  /** The file of one. */
  static String yaml(String name) {
    String resource = "/gamedays/" + name + ".yaml";
    try (InputStream in = ShippedDays.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
