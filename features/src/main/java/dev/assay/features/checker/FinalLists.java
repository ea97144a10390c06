package dev.assay.features.checker;

import dev.assay.features.history.Call;
import dev.assay.features.history.Call.Step;
import dev.assay.features.history.History;
import dev.assay.features.history.Op;
import dev.assay.features.history.Reading;
import dev.assay.features.history.Seen;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Appends to lists, and what the lists held in the end or after a restore.
 *
 * @param firstRead by list and value the read that showed it first, restored lists apart
 */
record FinalLists(List<Appended> appended, List<Held> held, Map<String, Map<Long, Op>> firstRead) {
  /** One value that one operation appended. */
  record Appended(Op op, String key, long value) {}

  /** One list that was read. */
  record Held(Op op, String key, List<Long> list) {}

  /** Of regions that are apart the last of each list at each endpoint; see {@link Versions}. */
  Collection<Held> settled(boolean apart) {
    if (!apart) {
      return held;
    }
    Map<String, Held> last = new LinkedHashMap<>();
    held.forEach(list -> last.put(list.op().at() + " " + list.key(), list));
    return last.values();
  }

  static FinalLists of(History history, Reading how) {
    List<Appended> appended = new ArrayList<>();
    List<Held> held = new ArrayList<>();
    Map<String, Map<Long, Op>> firstRead = new HashMap<>();
    history
        .made(Call.Transaction.class)
        .forEach(
            made -> {
              for (Step step : made.call().steps()) {
                if (step instanceof Step.Append append) {
                  appended.add(new Appended(made.op(), append.key(), append.value()));
                }
              }
              if (made.call().how() != Reading.RESTORED
                  && made.op().seen() instanceof Seen.Lists seen) {
                seen.lists().forEach((key, list) -> note(firstRead, key, list, made.op()));
              }
              if (made.call().how() == how && made.op().seen() instanceof Seen.Lists seen) {
                for (Map.Entry<String, List<Long>> list : seen.lists().entrySet()) {
                  held.add(new Held(made.op(), list.getKey(), list.getValue()));
                }
              }
            });
    return new FinalLists(appended, held, firstRead);
  }

  private static void note(
      Map<String, Map<Long, Op>> firstRead, String key, List<Long> list, Op op) {
    for (long value : list) {
      firstRead.computeIfAbsent(key, k -> new HashMap<>()).merge(value, op, Op::earlier);
    }
  }

  /** Who had read that value before this began. */
  Optional<Op> reader(Appended one, Op before) {
    return Optional.ofNullable(firstRead.getOrDefault(one.key(), Map.of()).get(one.value()))
        .filter(read -> read.before(before));
  }
}
