package dev.assay.features.checker.picture;

import dev.assay.features.history.Op;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Operations as bars, a row a client. Moments come in order but not to scale, so that what overlaps
 * is seen however short it was.
 */
public final class Timeline {
  private static final int STEP = 90;
  private static final int ROW = 46;
  private static final int LEFT = 110;
  private static final int TOP = 46;

  private final String title;
  private final long startNanos;
  private final List<Bar> bars = new ArrayList<>();

  private record Bar(Op op, String label, boolean broken) {}

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
    bars.add(new Bar(op, label, broken));
    return this;
  }

  /** A whole SVG document, without scripts or references. */
  public String svg() {
    SequencedSet<String> clients = new LinkedHashSet<>();
    bars.stream().map(bar -> bar.op().client()).sorted().forEach(clients::add);
    Map<Long, Integer> columns = columns();
    int width = LEFT + STEP * (columns.size() + 1);
    int height = TOP + ROW * clients.size() + 30;
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"12\">\n"
            .formatted(width, height, width, height));
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
    text(svg, 10, 20, title, "font-weight=\"bold\"");
    columns.forEach((nanos, column) -> moment(svg, nanos, LEFT + STEP * column, height));
    int row = 0;
    for (String client : clients) {
      int y = TOP + ROW * row++;
      text(svg, 10, y + 18, client, "");
      for (Bar bar : bars) {
        if (bar.op().client().equals(client)) {
          bar(svg, bar, columns, y, width);
        }
      }
    }
    return svg.append("</svg>\n").toString();
  }

  private Map<Long, Integer> columns() {
    TreeSet<Long> moments = new TreeSet<>();
    for (Bar bar : bars) {
      moments.add(bar.op().invokedNanos());
      if (ended(bar)) {
        moments.add(bar.op().completedNanos());
      }
    }
    TreeMap<Long, Integer> columns = new TreeMap<>();
    moments.forEach(moment -> columns.put(moment, columns.size()));
    return columns;
  }

  private static boolean ended(Bar bar) {
    return !bar.op().unknown();
  }

  private void moment(StringBuilder svg, long nanos, int x, int height) {
    svg.append(
        "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#dddddd\"/>\n"
            .formatted(x, TOP - 8, x, height - 22));
    text(
        svg,
        x,
        height - 8,
        seconds(nanos, startNanos),
        "fill=\"#777777\" font-size=\"10\" text-anchor=\"middle\"");
  }

  private static void bar(
      StringBuilder svg, Bar bar, Map<Long, Integer> columns, int y, int width) {
    int from = LEFT + STEP * columns.getOrDefault(bar.op().invokedNanos(), 0);
    int to =
        ended(bar) ? LEFT + STEP * columns.getOrDefault(bar.op().completedNanos(), 0) : width - 6;
    String colour = bar.broken() ? "#f4b6b0" : ended(bar) ? "#b9dcbd" : "#f3dfa5";
    svg.append(
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"24\" rx=\"4\" fill=\"%s\" stroke=\"%s\"%s/>\n"
            .formatted(
                from,
                y + 2,
                Math.max(6, to - from),
                colour,
                bar.broken() ? "#a01010" : "#557755",
                ended(bar) ? "" : " stroke-dasharray=\"4 3\""));
    text(svg, from + 4, y + 18, bar.label() + (ended(bar) ? "" : " ?"), "");
  }

  private static void text(StringBuilder svg, int x, int y, String words, String attributes) {
    svg.append(textElement(x, y, words, attributes));
  }

  static String textElement(int x, int y, String words, String attributes) {
    return "<text x=\"%d\" y=\"%d\" %s>%s</text>\n".formatted(x, y, attributes, escape(words));
  }

  private static String escape(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replaceAll("[\\p{Cntrl}]", " ");
  }

  /** A moment in seconds since the start, to the microsecond. */
  public static String seconds(long nanos, long startNanos) {
    return "%.6f s".formatted((nanos - startNanos) / 1e9);
  }
}
