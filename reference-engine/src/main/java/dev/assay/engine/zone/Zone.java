package dev.assay.engine.zone;

import java.util.List;
import java.util.Locale;

/** One of the three availability zones that hold a replica of every partition. */
public enum Zone {
  A(0),
  B(1),
  C(2);

  /** Their names, as levers and clocks know them. */
  public static final List<String> NAMES = List.of("a", "b", "c");

  static final int COUNT = 3;

  private final int place;

  Zone(int place) {
    this.place = place;
  }

  /** Where it stands among the readers of a log, from 0. */
  int place() {
    return place;
  }

  /** As levers and clocks know it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The zone of a name out of {@link #NAMES}. */
  public static Zone named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
