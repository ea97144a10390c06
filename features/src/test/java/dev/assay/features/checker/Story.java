package dev.assay.features.checker;

import dev.assay.features.history.Call;
import dev.assay.features.history.Header;
import dev.assay.features.history.History;
import dev.assay.features.history.Mark;
import dev.assay.features.history.Op;
import dev.assay.features.history.Outcome;
import dev.assay.features.history.Reading;
import dev.assay.features.history.Seen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes histories by hand: who did what, from when to when, and what came of it. */
public final class Story {
  private static final AtomicInteger PICTURES = new AtomicInteger();

  private final List<Op> ops = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private final LinkedHashMap<String, Long> parameters = new LinkedHashMap<>();

  public Story ok(String client, Call call, long from, long to, Seen seen) {
    return end(client, "here", call, from, to, 0, new Outcome.Ok(seen));
  }

  public Story ok(String client, Call call, long from, long to) {
    return ok(client, call, from, to, Seen.nothing());
  }

  public Story okAt(String client, String at, Call call, long from, long to, Seen seen) {
    return end(client, at, call, from, to, 0, new Outcome.Ok(seen));
  }

  /** Acknowledged after an attempt that got no answer. */
  public Story retried(String client, Call call, long from, long to, Seen seen) {
    return end(client, "here", call, from, to, 1, new Outcome.Ok(seen));
  }

  public Story unknown(String client, Call call, long from, long to) {
    return end(client, "here", call, from, to, 0, new Outcome.Unknown("timeout"));
  }

  public Story refused(String client, Call call, long from, long to) {
    return end(
        client,
        "here",
        call,
        from,
        to,
        0,
        new Outcome.Fail("ConditionalCheckFailedException", Seen.nothing()));
  }

  public Story refused(String client, Call call, long from, long to, Seen seen) {
    return end(
        client,
        "here",
        call,
        from,
        to,
        0,
        new Outcome.Fail("ConditionalCheckFailedException", seen));
  }

  private Story end(
      String client, String at, Call call, long from, long to, int unanswered, Outcome outcome) {
    ops.add(new Op(ops.size(), client, at, call, from, to, 1 + unanswered, unanswered, outcome));
    return this;
  }

  /** The same so far, to which something else can be added. */
  public Story copy() {
    Story copy = new Story();
    copy.ops.addAll(ops);
    copy.marks.addAll(marks);
    copy.parameters.putAll(parameters);
    return copy;
  }

  public Story mark(String name, long at) {
    marks.add(new Mark(name, at));
    return this;
  }

  public Story parameter(String name, long value) {
    parameters.put(name, value);
    return this;
  }

  public History history() {
    return new History(new Header("story", 1, List.of("here"), parameters), ops, marks);
  }

  public static Call write(String key, long value) {
    return new Call.Write(key, value);
  }

  public static Call read(String key) {
    return new Call.Read(key, Reading.STRONG);
  }

  public static Call read(String key, Reading how) {
    return new Call.Read(key, how);
  }

  public static Call txn(Call.Step... steps) {
    return new Call.Transaction(List.of(steps), Reading.STRONG);
  }

  public static Call.Step append(String key, long value) {
    return new Call.Step.Append(key, value);
  }

  public static Call.Step look(String key) {
    return new Call.Step.ReadList(key);
  }

  public static Seen saw(long value) {
    return new Seen.Value(OptionalLong.of(value));
  }

  public static Seen absent() {
    return new Seen.Value(OptionalLong.empty());
  }

  public static Seen list(String key, Long... values) {
    return new Seen.Lists(Map.of(key, List.of(values)));
  }

  /**
   * The verdict of the checker of that name. With {@code -Dassay.pictures=DIR} its counterexample
   * is left there as a picture, for people to look at.
   */
  public static Verdict judged(String checker, History history) {
    return judged(checker, history, CheckerOptions.defaults());
  }

  public static Verdict judged(String checker, History history, CheckerOptions options) {
    Verdict verdict = Checkers.named(checker).orElseThrow().check(history, options);
    String folder = System.getProperty("assay.pictures", "");
    if (verdict instanceof Verdict.Invalid invalid && !folder.isEmpty()) {
      String name = checker + "-" + PICTURES.incrementAndGet() + ".svg";
      try {
        Files.writeString(Path.of(folder, name), invalid.counterexample().svg());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return verdict;
  }
}
