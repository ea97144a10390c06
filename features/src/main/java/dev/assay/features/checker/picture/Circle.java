package dev.assay.features.checker.picture;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Transactions in a circle, each with an arrow to the one that must come after it. What they did
 * stands below, where there is room for it.
 */
public final class Circle {
  private static final int WIDTH = 760;
  private static final int MARGIN = 10;
  private static final int NODE = 16;

  private Circle() {}

  /**
   * An arrow from one node to the next.
   *
   * @param word what stands at it
   * @param meaning what that word means, in a sentence without a full stop
   * @param why what this one follows from
   */
  public record Arrow(String word, String meaning, String why) {}

  /**
   * A whole SVG document.
   *
   * @param nodes what each transaction did
   * @param arrows from each node to the next
   */
  public static String svg(String title, List<String> nodes, List<Arrow> arrows) {
    Svg svg = new Svg();
    svg.add(
        "<defs><marker id=\"head\" markerWidth=\"10\" markerHeight=\"8\" refX=\"9\" refY=\"4\""
            + " orient=\"auto\"><path d=\"M0,0 L10,4 L0,8 z\" fill=\"#a01010\"/></marker></defs>");
    int top = svg.lines(MARGIN, 20, Svg.wrapped(title, WIDTH - 2 * MARGIN), "font-weight=\"bold\"");
    int radius = Math.max(80, 24 * nodes.size());
    Ring ring = new Ring(WIDTH / 2, top + radius + 2 * NODE, radius, nodes.size());
    for (int n = 0; n < nodes.size(); n++) {
      ring.arrow(svg, n, arrows.get(n).word());
    }
    for (int n = 0; n < nodes.size(); n++) {
      ring.node(svg, n);
    }
    int y = ring.centreY() + radius + 3 * NODE + 10;
    for (int n = 0; n < nodes.size(); n++) {
      y = line(svg, y, "T%d: %s".formatted(n + 1, nodes.get(n)), "");
    }
    for (int n = 0; n < arrows.size(); n++) {
      String words =
          "T%d → T%d, %s: %s"
              .formatted(
                  n + 1, (n + 1) % nodes.size() + 1, arrows.get(n).word(), arrows.get(n).why());
      y = line(svg, y, words, "fill=\"#a01010\"");
    }
    Set<String> meanings = new LinkedHashSet<>();
    arrows.forEach(arrow -> meanings.add(arrow.word() + ": " + arrow.meaning()));
    List<String> legend = new ArrayList<>(meanings);
    legend.addFirst("An arrow leads to what must come later; none can be first in a circle.");
    for (String words : legend) {
      y = line(svg, y, words, "fill=\"#444444\"");
    }
    return svg.document(WIDTH, y);
  }

  private static int line(Svg svg, int y, String words, String attributes) {
    return svg.lines(MARGIN, y, Svg.wrapped(words, WIDTH - 2 * MARGIN), attributes);
  }

  /** Where nodes and arrows stand; the first node is above, the others follow clockwise. */
  private record Ring(int centreX, int centreY, int radius, int size) {
    double x(double node) {
      return centreX + radius * Math.sin(2 * Math.PI * node / size);
    }

    double y(double node) {
      return centreY - radius * Math.cos(2 * Math.PI * node / size);
    }

    void node(Svg svg, int n) {
      svg.add(
          "<circle cx=\"%.0f\" cy=\"%.0f\" r=\"%d\" fill=\"#eef3ee\" stroke=\"#557755\"/>",
          x(n), y(n), NODE);
      svg.text((int) x(n), (int) y(n) + 4, "T" + (n + 1), "text-anchor=\"middle\"");
    }

    /** Along the circle, a little outside, so that those of two nodes do not fall together. */
    void arrow(Svg svg, int n, String word) {
      double gap = size * Math.asin((NODE + 4.0) / (2 * radius)) / Math.PI;
      double from = n + gap;
      double to = n + 1 - gap;
      svg.add(
          "<path d=\"M%.1f,%.1f A%d,%d 0 0 1 %.1f,%.1f\" fill=\"none\" stroke=\"#a01010\""
              + " marker-end=\"url(#head)\"/>",
          x(from), y(from), radius, radius, x(to), y(to));
      double angle = 2 * Math.PI * (n + 0.5) / size;
      String anchor =
          Math.abs(Math.sin(angle)) < 0.2 ? "middle" : Math.sin(angle) > 0 ? "start" : "end";
      svg.text(
          (int) (centreX + (radius + 10) * Math.sin(angle)),
          (int) (centreY - (radius + 14) * Math.cos(angle) + 4),
          word,
          "fill=\"#a01010\" text-anchor=\"" + anchor + "\"");
    }
  }
}
