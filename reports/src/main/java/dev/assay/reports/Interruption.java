package dev.assay.reports;

import java.util.Locale;

/** How a run that did not reach its end is called in every document. */
final class Interruption {

  private Interruption() {}

  static String sentence(Run run) {
    Tally tally = run.tally();
    String sentence =
        String.format(Locale.ROOT, "Interrupted after %,d of %,d", tally.finished(), tally.all());
    return run.cutShort().isEmpty()
        ? sentence
        : sentence + "; cut short: " + String.join(", ", run.cutShort());
  }
}
