package dev.assay.reports;

import dev.assay.reports.event.GameDayEvent.Happened;
import dev.assay.reports.event.GameDayEvent.Second;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The picture of a game day: throughput, errors and latency over time, the fault shaded, the
 * moments that matter as lines, what was done as ticks.
 */
final class GameDayTimeline {
  private static final int LEFT = 64;
  private static final int WIDTH = 980;
  private static final int RIGHT = 20;
  private static final int TOP = 56;
  private static final int PANEL = 104;
  private static final int GAP = 34;

  private final GameDayRecord day;
  private final List<Second> seconds;
  private final List<Html> parts = new ArrayList<>();

  private GameDayTimeline(GameDayRecord day) {
    this.day = day;
    this.seconds = day.measured().seconds();
  }

  static Html of(GameDayRecord day) {
    return day.measured().seconds().isEmpty()
        ? Html.of("<p class=\"note\">Nothing was measured.</p>")
        : new GameDayTimeline(day).draw();
  }

  private Html draw() {
    int height = TOP + 3 * PANEL + 2 * GAP + 40;
    shade();
    panel(0, "operations a second", List.of(new Curve("ok", second -> (double) second.ok())), 1);
    panel(
        1,
        "errors a second",
        List.of(
            new Curve("failed", second -> (double) second.failed()),
            new Curve("doubt", second -> (double) second.inDoubt())),
        1);
    panel(
        2,
        "latency, ms",
        List.of(
            new Curve("p99", second -> or(second.p99Ms())),
            new Curve("p50", second -> or(second.p50Ms()))),
        1);
    axis();
    moments();
    ticks();
    return Html.of(
        """
        <svg class="timeline" viewBox="0 0 {} {}" role="img" aria-label="Throughput, errors and latency over time">
        {}
        </svg>
        """,
        WIDTH,
        height,
        Html.join(parts));
  }

  private record Curve(String kind, ToDoubleFunction<Second> value) {}

  private static double or(@Nullable Double value) {
    return value == null ? 0 : value;
  }

  private double x(double second) {
    double bounded = Math.max(0, Math.min(seconds.size(), second));
    return LEFT + bounded * (WIDTH - LEFT - RIGHT) / seconds.size();
  }

  private static int top(int panel) {
    return TOP + panel * (PANEL + GAP);
  }

  private static int bottom() {
    return top(2) + PANEL;
  }

  private void shade() {
    day.moments()
        .ifPresent(
            moments -> {
              Instant injected = moments.injected();
              if (injected != null) {
                double from = x(day.at(injected));
                Instant healed = moments.healed();
                double to = healed == null ? x(seconds.size()) : x(day.at(healed));
                parts.add(
                    Html.of(
                        "<rect class=\"fault\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
                        number(from),
                        TOP,
                        number(Math.max(1, to - from)),
                        bottom() - TOP));
              }
            });
  }

  private void panel(int place, String title, List<Curve> curves, double least) {
    double most = least;
    for (Curve curve : curves) {
      most = Math.max(most, seconds.stream().mapToDouble(curve.value()).max().orElse(0));
    }
    double ceiling = nice(most);
    int top = top(place);
    parts.add(Html.of("<text class=\"title\" x=\"{}\" y=\"{}\">{}</text>", LEFT, top - 7, title));
    for (int i = 0; i <= 2; i++) {
      double y = top + PANEL - i * PANEL / 2.0;
      parts.add(
          Html.of(
              "<line class=\"grid\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>"
                  + "<text class=\"scale\" x=\"{}\" y=\"{}\">{}</text>",
              LEFT,
              number(y),
              WIDTH - RIGHT,
              number(y),
              LEFT - 8,
              number(y + 4),
              GameDayComparison.number(ceiling * i / 2)));
    }
    int key = 0;
    for (Curve curve : curves) {
      parts.add(curve(curve, top, ceiling));
      if (curves.size() > 1) {
        parts.add(
            Html.of(
                "<text class=\"key {}\" x=\"{}\" y=\"{}\">{}</text>",
                curve.kind(),
                WIDTH - RIGHT - 70 * key,
                top - 7,
                curve.kind().equals("doubt") ? "in doubt" : curve.kind()));
      }
      key++;
    }
  }

  /** A step for each second: what is counted in it is nowhere between two. */
  private Html curve(Curve curve, int top, double ceiling) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < seconds.size(); i++) {
      double y = top + PANEL - PANEL * curve.value().applyAsDouble(seconds.get(i)) / ceiling;
      path.append(i == 0 ? 'M' : 'L').append(number(x(i))).append(' ').append(number(y));
      path.append('H').append(number(x(i + 1)));
    }
    return Html.of("<path class=\"curve {}\" d=\"{}\"/>", curve.kind(), path.toString());
  }

  private void axis() {
    int step = Math.max(1, (int) nice(seconds.size() / 12.0));
    for (int second = 0; second <= seconds.size(); second += step) {
      parts.add(
          Html.of(
              "<text class=\"time\" x=\"{}\" y=\"{}\">{} s</text>",
              number(x(second)),
              bottom() + 17,
              second));
    }
  }

  private void moments() {
    day.moments()
        .ifPresent(
            moments -> {
              List<Moment> found = new ArrayList<>();
              add(found, "injected", moments.injected());
              add(found, "first error", moments.firstError());
              add(found, "detected", moments.detected());
              add(found, "failed over", moments.failedOver());
              add(found, "healed", moments.healed());
              if (!GameDayMoments.isUndisturbed(moments)) {
                add(found, "recovered", moments.recovered());
              }
              found.sort(java.util.Comparator.comparingDouble(Moment::second));
              for (int i = 0; i < found.size(); i++) {
                line(found.get(i), i % 3);
              }
            });
  }

  private record Moment(String words, double second) {}

  private void add(List<Moment> found, String words, @Nullable Instant at) {
    if (at != null) {
      found.add(new Moment(words, day.at(at)));
    }
  }

  private void line(Moment moment, int row) {
    double x = x(moment.second());
    boolean right = x > WIDTH - 150;
    parts.add(
        Html.of(
            "<line class=\"moment\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>"
                + "<text class=\"moment\" x=\"{}\" y=\"{}\"{}>{} {} s</text>",
            number(x),
            4 + row * 12,
            number(x),
            bottom(),
            number(right ? x - 4 : x + 4),
            12 + row * 12,
            Html.when(right, new Html(" text-anchor=\"end\"")),
            moment.words(),
            String.format(Locale.ROOT, "%.1f", moment.second())));
  }

  private void ticks() {
    for (Happened one : day.happened()) {
      if (one.kind().equals("action")
          || one.kind().equals("rollback")
          || one.kind().equals("problem")) {
        double x = x(day.at(one.at()));
        parts.add(
            Html.of(
                "<path class=\"tick {}\" d=\"M{} {}l-4 8h8z\"><title>{}</title></path>",
                one.kind(),
                number(x),
                bottom() + 1,
                one.words()));
      }
    }
  }

  private static double nice(double most) {
    double power = Math.pow(10, Math.floor(Math.log10(Math.max(most, 1e-9))));
    for (double factor : new double[] {1, 2, 4, 5, 10}) {
      if (factor * power >= most) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
