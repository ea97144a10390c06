package dev.assay.fault.gameday;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Why a steady state did not hold, as far as the load shows: because there was less load than was
 * asked for, or because of what the target answered.
 *
 * @param sample what ended meanwhile
 * @param load what was asked for
 */
record Unsteadiness(Sample sample, WorkloadSpec load) {
  /** Less than that share of what was due is too little to speak of the load that was meant. */
  private static final double ENOUGH = 0.9;

  /** Clients that waited for answers for less than that share of their time were not kept busy. */
  private static final double BUSY = 0.8;

  /** Whether operations did not even end, well or not, at the rate at which they fell due. */
  boolean lacksLoad() {
    return sample.ended() / sample.seconds() < ENOUGH * load.rate();
  }

  private double waiting() {
    return Math.min(1, sample.waitedSeconds() / (load.clients() * sample.seconds()));
  }

  /**
   * Whether the target cannot be the reason: operations were not begun although clients were free,
   * and whatever was begun was answered well.
   */
  boolean ofThisMachine() {
    return lacksLoad()
        && waiting() < BUSY
        && sample.ended() > 0
        && sample.failed() + sample.inDoubt() == 0;
  }

  /** In one or two sentences without a full stop. */
  String words() {
    List<String> words = new ArrayList<>();
    if (lacksLoad()) {
      words.add(
          "the load could not be produced: expected %s operations a second, had %s"
              .formatted(Numbers.text(load.rate()), rounded(sample.ended() / sample.seconds())));
      words.add(
          waiting() < BUSY
              ? "the clients were not kept waiting (%.0f %% of their time), so this machine was too"
                      .formatted(100 * waiting())
                  + " slow to begin more"
              : "all %d clients waited for answers (%.0f %% of their time): the target is too slow,"
                      .formatted(load.clients(), 100 * waiting())
                  + " or this machine, or they are too few");
    } else {
      words.add(
          "the load was there: %s operations a second ended, %s were asked for"
              .formatted(rounded(sample.ended() / sample.seconds()), Numbers.text(load.rate())));
    }
    words.add(answers());
    return String.join("; ", words);
  }

  private String answers() {
    long bad = sample.failed() + sample.inDoubt();
    if (sample.ended() == 0) {
      return "nothing was answered at all";
    }
    if (bad == 0) {
      return "what was answered was answered well";
    }
    return "of %,d operations %,d failed and %,d are in doubt%s"
        .formatted(sample.ended(), sample.failed(), sample.inDoubt(), commonest());
  }

  private String commonest() {
    return sample.errors().entrySet().stream()
        .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(most -> ", most often by %s (%,d)".formatted(most.getKey(), most.getValue()))
        .orElse("");
  }

  private static String rounded(double perSecond) {
    return Numbers.text(Math.round(perSecond * 10) / 10.0);
  }
}
