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
    WW("ww", "the other wrote the next version"),
    /** The other read what this one wrote. */
    WR("wr", "the other read what this one wrote"),
    /** The other wrote what this one did not see yet. */
    RW("rw", "the other wrote what this one did not see yet"),
    /** The other began after this one had been answered. */
    REALTIME("real time", "the other began after this one had been answered");

    private final String word;
    private final String meaning;

    Kind(String word, String meaning) {
      this.word = word;
      this.meaning = meaning;
    }

    public String word() {
      return word;
    }

    /** What the order follows from, in a sentence without a full stop. */
    public String meaning() {
      return meaning;
    }
  }
}
