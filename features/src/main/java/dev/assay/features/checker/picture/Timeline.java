package dev.assay.features.checker.picture;

import dev.assay.features.history.Op;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Operations as bars, a row a client. Moments come in order but not to scale, so that what overlaps
 * is seen however short it was, and far enough from each other that what is written in a bar fits
 * into it.
 */
public final class Timeline {
  /** Moments are at least so far from each other that their times do not touch. */
  private static final int STEP = 80;

  private static final int ROW = 40;
  private static final int BAR = 24;
  private static final int MARGIN = 10;
  private static final int NARROWEST = 460;

  /** The longest that is written in a bar; the words beside the picture say it whole. */
  private static final int MOST_CHARACTERS = 90;

  private final String title;
  private final long startNanos;
  private final List<Bar> bars = new ArrayList<>();

  private record Bar(Op op, String label, boolean broken) {
    /** Whether it is known when it was over. */
    boolean ended() {
      return !op.unknown();
    }

    int width() {
      return Svg.width(label) + 12;
    }
  }

  /** One client's bars that do not touch: one without an end has whatever comes after it below. */
  private record Row(String name, List<Bar> bars) {
    boolean takes(Bar bar) {
      return bars.stream().allMatch(other -> other.ended() && other.op().before(bar.op()));
    }
  }

  /**
   * @param startNanos what times are counted from
   */
  public Timeline(String title, long startNanos) {
    this.title = title;
    this.startNanos = startNanos;
  }

  /**
   * Adds a bar.
   *
   * @param broken whether it is the one that cannot be
   */
  public Timeline add(Op op, String label, boolean broken) {
    String shown =
        label.length() <= MOST_CHARACTERS
            ? label
            : label.substring(0, MOST_CHARACTERS / 2)
                + " … "
                + label.substring(label.length() - MOST_CHARACTERS / 2);
    bars.add(new Bar(op, op.unknown() ? shown + " ?" : shown, broken));
    return this;
  }

  /** A whole SVG document, without scripts or references. */
  public String svg() {
    List<Row> rows = rows();
    int left = MARGIN * 2 + rows.stream().mapToInt(row -> Svg.width(row.name())).max().orElse(0);
    Map<Long, Integer> places = places(left + STEP / 2);
    int end = end(places, left);
    int width = Math.max(NARROWEST, end + MARGIN);
    Svg svg = new Svg();
    int top = svg.lines(MARGIN, 20, Svg.wrapped(title, width - 2 * MARGIN), "font-weight=\"bold\"");
    int bottom = top + ROW * rows.size() + 6;
    places.forEach((nanos, x) -> moment(svg, nanos, x, top - 4, bottom));
    int y = top;
    for (Row row : rows) {
      svg.text(MARGIN, y + 17, row.name(), "");
      for (Bar bar : row.bars()) {
        bar(svg, bar, places, y, end);
      }
      y += ROW;
    }
    int height = legend(svg, bottom + 36, width - 2 * MARGIN);
    return svg.document(width, height);
  }

  private List<Row> rows() {
    boolean several = bars.stream().map(bar -> bar.op().at()).distinct().count() > 1;
    List<Row> rows = new ArrayList<>();
    bars.stream()
        .sorted(
            Comparator.comparing((Bar bar) -> bar.op().client())
                .thenComparingLong(bar -> bar.op().invokedNanos()))
        .forEach(
            bar -> {
              String name = bar.op().client() + (several ? " at " + bar.op().at() : "");
              rows.stream()
                  .filter(row -> row.name().equals(name) && row.takes(bar))
                  .findFirst()
                  .orElseGet(
                      () -> {
                        Row row = new Row(name, new ArrayList<>());
                        rows.add(row);
                        return row;
                      })
                  .bars()
                  .add(bar);
            });
    return rows;
  }

  /** Where each moment stands: in order, with room for the bars that end there. */
  private Map<Long, Integer> places(int first) {
    TreeSet<Long> moments = new TreeSet<>();
    for (Bar bar : bars) {
      moments.add(bar.op().invokedNanos());
      if (bar.ended()) {
        moments.add(bar.op().completedNanos());
      }
    }
    TreeMap<Long, Integer> places = new TreeMap<>();
    int next = first;
    for (long moment : moments) {
      int x = next;
      for (Bar bar : bars) {
        Integer from = places.get(bar.op().invokedNanos());
        if (from != null && bar.ended() && bar.op().completedNanos() == moment) {
          x = Math.max(x, from + bar.width());
        }
      }
      places.put(moment, x);
      next = x + STEP;
    }
    return places;
  }

  /** Where bars without an end are cut off, and the last time has ended. */
  private int end(Map<Long, Integer> places, int left) {
    int end = places.values().stream().mapToInt(x -> x + STEP / 2).max().orElse(left);
    for (Bar bar : bars) {
      end = Math.max(end, places.getOrDefault(bar.op().invokedNanos(), left) + bar.width());
    }
    return end;
  }

  private void moment(Svg svg, long nanos, int x, int top, int bottom) {
    svg.add(
        "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#dddddd\"/>", x, top, x, bottom);
    svg.text(
        x,
        bottom + 14,
        seconds(nanos, startNanos),
        "fill=\"#666666\" font-size=\"10\" text-anchor=\"middle\"");
  }

  private static void bar(Svg svg, Bar bar, Map<Long, Integer> places, int y, int end) {
    int from = places.getOrDefault(bar.op().invokedNanos(), 0);
    int to = bar.ended() ? places.getOrDefault(bar.op().completedNanos(), end) : end;
    Look.of(bar.op(), bar.broken()).box(svg, from, y, Math.max(6, to - from), BAR, !bar.ended());
    svg.text(from + 6, y + 17, bar.label(), "");
  }

  /** What the colours mean that are there; returns the height of the whole. */
  private int legend(Svg svg, int y, int width) {
    Set<Look> looks = EnumSet.noneOf(Look.class);
    bars.forEach(bar -> looks.add(Look.of(bar.op(), bar.broken())));
    int at = y;
    for (Look look : looks) {
      look.box(svg, MARGIN, at - 10, 22, 12, look == Look.UNKNOWN);
      at = svg.lines(MARGIN + 30, at, Svg.wrapped(look.meaning(), width - 30), "fill=\"#444444\"");
    }
    return svg.lines(
        MARGIN,
        at,
        Svg.wrapped(
            "A bar lasts from the request to its answer; seconds since the first operation of the"
                + " history, in order but not to scale.",
            width),
        "fill=\"#444444\"");
  }

  /** A moment in seconds since the start, to the microsecond. */
  public static String seconds(long nanos, long startNanos) {
    return "%.6f s".formatted((nanos - startNanos) / 1e9);
  }
}
