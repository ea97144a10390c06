package dev.assay.reports;

import dev.assay.reports.event.GameDayEvent.Checked;
import dev.assay.reports.event.GameDayEvent.Judged;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is different from an earlier game day. */
final class GameDayComparison {
  private GameDayComparison() {}

  /**
   * One thing, as it was and is; {@code -} where one of the two does not have it.
   *
   * @param changed whether that is a difference of verdict, or of a number by more than a tenth
   */
  record Line(String what, String before, String now, boolean changed) {}

  static List<Line> of(GameDayRecord before, GameDayRecord now) {
    List<Line> lines = new ArrayList<>();
    lines.add(
        line(
            "result",
            CertificatePage.label(before.overall()),
            CertificatePage.label(now.overall())));
    lines.add(
        line("seed", Long.toString(before.started().seed()), Long.toString(now.started().seed())));
    lines.add(line("target", target(before), target(now)));
    lines.add(line("Assay", before.started().build().commit(), now.started().build().commit()));
    merge(verdicts(before), verdicts(now), lines);
    mergeNumbers(numbers(before), numbers(now), lines);
    return lines;
  }

  private static String target(GameDayRecord day) {
    return day.started().target().name() + " " + day.started().target().version();
  }

  private static Line line(String what, String before, String now) {
    return new Line(what, before, now, !before.equals(now));
  }

  private static Map<String, String> verdicts(GameDayRecord day) {
    Map<String, String> verdicts = new LinkedHashMap<>();
    for (Judged judged : day.judged()) {
      verdicts.put(
          judged.what() + ", " + judged.asked(),
          switch (judged.outcome()) {
            case PASS -> "held";
            case FAIL -> "broken";
            case ERROR, UNSUPPORTED -> "unknown";
          });
    }
    return verdicts;
  }

  private static void merge(Map<String, String> before, Map<String, String> now, List<Line> lines) {
    Map<String, String> all = new LinkedHashMap<>(now);
    before.forEach(all::putIfAbsent);
    for (String what : all.keySet()) {
      lines.add(line(what, before.getOrDefault(what, "-"), now.getOrDefault(what, "-")));
    }
  }

  private static Map<String, Double> numbers(GameDayRecord day) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    day.moments()
        .ifPresent(
            moments -> {
              if (moments.recoverySeconds() != null) {
                numbers.put("RTO, s", moments.recoverySeconds());
              }
              if (moments.errorShare() != null) {
                numbers.put("error share", moments.errorShare());
              }
            });
    for (Checked checked : day.checked()) {
      checked.measures().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(
              entry -> numbers.put(checked.checker() + ": " + entry.getKey(), entry.getValue()));
    }
    return numbers;
  }

  private static void mergeNumbers(
      Map<String, Double> before, Map<String, Double> now, List<Line> lines) {
    Map<String, Double> all = new LinkedHashMap<>(now);
    before.forEach(all::putIfAbsent);
    for (String what : all.keySet()) {
      Double was = before.get(what);
      Double is = now.get(what);
      boolean changed =
          was == null
              || is == null
              || Math.abs(is - was) > 0.1 * Math.max(Math.abs(is), Math.abs(was));
      lines.add(new Line(what, number(was), number(is), changed));
    }
  }

  static String number(@org.jspecify.annotations.Nullable Double value) {
    if (value == null) {
      return "-";
    }
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%,.3f", value);
  }
}
