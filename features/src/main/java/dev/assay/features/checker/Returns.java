package dev.assay.features.checker;

import dev.assay.features.history.History;
import dev.assay.features.history.Op;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Reads of what is certainly older than something that had been read before by anybody.
 *
 * @param vanished those that find no item any more: how a loss looks while it lasts
 * @param resurrected those that find a value again that had been overwritten
 */
record Returns(int vanished, int resurrected) {
  /** Looks for them, and tells of each. */
  static Returns of(History history, Versions versions, CheckerOptions options, Findings findings) {
    int vanished = 0;
    int resurrected = 0;
    Map<String, List<Versions.Read>> byKey = new HashMap<>();
    for (Versions.Read read : versions.judged(options)) {
      // What one region showed does not bind another that has yet to hear of it.
      String place = history.header().apart() ? read.op().at() + " " : "";
      byKey.computeIfAbsent(place + read.key(), key -> new ArrayList<>()).add(read);
    }
    for (List<Versions.Read> reads : byKey.values()) {
      List<Versions.Read> byEnd =
          reads.stream()
              .sorted((a, b) -> Long.compare(a.op().completedNanos(), b.op().completedNanos()))
              .toList();
      int ended = 0;
      Versions.Read newest = null;
      for (Versions.Read read : reads) {
        while (ended < byEnd.size() && byEnd.get(ended).op().before(read.op())) {
          Versions.Read done = byEnd.get(ended++);
          boolean fresher =
              versions.writer(done.key(), done.value()).isPresent()
                  && (newest == null || began(versions, done) > began(versions, newest));
          newest = fresher ? done : newest;
        }
        if (newest != null && came(versions, newest, read)) {
          boolean gone = read.value().isEmpty();
          vanished += gone ? 1 : 0;
          resurrected += gone ? 0 : 1;
          Op newer = versions.writer(newest.key(), newest.value()).orElse(newest.op());
          findings.add(
              "%s: %s was %s again after it had been %s"
                  .formatted(
                      gone ? "vanished" : "resurrected",
                      read.key(),
                      Words.number(read.value()),
                      Words.number(newest.value())),
              List.of(newer, newest.op(), read.op()),
              read.op());
        }
      }
    }
    return new Returns(vanished, resurrected);
  }

  private static boolean came(Versions versions, Versions.Read newest, Versions.Read read) {
    OptionalLong older = read.value();
    return versions
        .writer(newest.key(), newest.value())
        .map(write -> versions.newer(write, read.key(), older))
        .orElse(false);
  }

  private static long began(Versions versions, Versions.Read read) {
    return versions.writer(read.key(), read.value()).map(Op::invokedNanos).orElse(Long.MIN_VALUE);
  }
}
