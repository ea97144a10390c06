package dev.assay.features.checker.picture;

import java.util.List;

/** Transactions in a circle, each with an arrow to the one that must come after it. */
public final class Circle {
  private static final int RADIUS = 170;
  private static final int CENTRE_X = 380;
  private static final int CENTRE_Y = 250;

  private Circle() {}

  /**
   * A whole SVG document.
   *
   * @param nodes what stands at each node
   * @param arrows what stands at the arrow from each node to the next
   */
  public static String svg(String title, List<String> nodes, List<String> arrows) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 760 500\" width=\"760\""
            + " height=\"500\" font-family=\"sans-serif\" font-size=\"12\">\n");
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
    svg.append(
        "<defs><marker id=\"head\" markerWidth=\"10\" markerHeight=\"8\" refX=\"9\" refY=\"4\""
            + " orient=\"auto\"><path d=\"M0,0 L10,4 L0,8 z\""
            + " fill=\"#a01010\"/></marker></defs>\n");
    svg.append(Timeline.textElement(10, 20, title, "font-weight=\"bold\""));
    for (int n = 0; n < nodes.size(); n++) {
      arrow(svg, n, nodes.size(), arrows.get(n));
    }
    for (int n = 0; n < nodes.size(); n++) {
      int x = x(n, nodes.size());
      int y = y(n, nodes.size());
      svg.append(
          "<circle cx=\"%d\" cy=\"%d\" r=\"16\" fill=\"#f3dfa5\" stroke=\"#557755\"/>\n"
              .formatted(x, y));
      svg.append(Timeline.textElement(x, y + 4, "T" + (n + 1), "text-anchor=\"middle\""));
      svg.append(
          Timeline.textElement(x, y - 22, nodes.get(n), "text-anchor=\"middle\" font-size=\"11\""));
    }
    return svg.append("</svg>\n").toString();
  }

  private static void arrow(StringBuilder svg, int from, int size, String label) {
    int to = (from + 1) % size;
    double bend = size == 2 ? (from == 0 ? -70 : 70) : 0;
    double x1 = x(from, size);
    double y1 = y(from, size);
    double x2 = x(to, size);
    double y2 = y(to, size);
    double length = Math.max(1, Math.hypot(x2 - x1, y2 - y1));
    double startX = x1 + (x2 - x1) * 20 / length;
    double startY = y1 + (y2 - y1) * 20 / length;
    double endX = x2 - (x2 - x1) * 20 / length;
    double endY = y2 - (y2 - y1) * 20 / length;
    double middleX = (x1 + x2) / 2 + bend;
    double middleY = (y1 + y2) / 2;
    svg.append(
        "<path d=\"M%.0f,%.0f Q%.0f,%.0f %.0f,%.0f\" fill=\"none\" stroke=\"#a01010\" marker-end=\"url(#head)\"/>\n"
            .formatted(startX, startY, middleX, middleY, endX, endY));
    svg.append(
        Timeline.textElement(
            (int) (middleX + bend / 4),
            (int) middleY,
            label,
            "fill=\"#a01010\" text-anchor=\"middle\""));
  }

  private static int x(int node, int size) {
    return (int) Math.round(CENTRE_X + RADIUS * Math.sin(2 * Math.PI * node / size));
  }

  private static int y(int node, int size) {
    return (int) Math.round(CENTRE_Y - RADIUS * Math.cos(2 * Math.PI * node / size));
  }
}
