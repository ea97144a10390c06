package dev.assay.features.checker.cycle;

/**
 * One transaction comes before another.
 *
 * @param why in words that go after "because"
 */
public record Edge(int from, int to, Kind kind, String why) {
  /** What the order follows from. */
  public enum Kind {
    /** The other wrote the next version. */
    WW("ww"),
    /** The other read what this one wrote. */
    WR("wr"),
    /** The other wrote what this one did not see yet. */
    RW("rw"),
    /** The other began after this one had been answered. */
    REALTIME("real time");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
