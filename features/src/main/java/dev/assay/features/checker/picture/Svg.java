package dev.assay.features.checker.picture;

import java.util.ArrayList;
import java.util.List;

/** Writes an SVG document without scripts or references; text is measured generously. */
final class Svg {
  /** What a character takes of the common sans-serif fonts at 12 px, wide ones counted in. */
  private static final double CHARACTER = 6.9;

  static final int LINE = 17;

  private final StringBuilder elements = new StringBuilder();

  /** How wide that text is at 12 px, or a little less. */
  static int width(String text) {
    return (int) Math.ceil(text.length() * CHARACTER);
  }

  /** The text in lines of so many pixels at most, broken at blanks where there are any. */
  static List<String> wrapped(String text, int pixels) {
    int most = Math.max(20, (int) (pixels / CHARACTER));
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (rest.length() > most) {
      int blank = rest.lastIndexOf(' ', most);
      int end = blank > most / 2 ? blank : most;
      lines.add(rest.substring(0, end));
      rest = rest.substring(end).strip();
    }
    lines.add(rest);
    return lines;
  }

  /** An element as it is written. */
  Svg add(String element, Object... values) {
    elements.append(element.formatted(values)).append('\n');
    return this;
  }

  Svg text(int x, int y, String words, String attributes) {
    return add("<text x=\"%d\" y=\"%d\" %s>%s</text>", x, y, attributes, escape(words));
  }

  /** Lines below each other; returns where the next one would stand. */
  int lines(int x, int y, List<String> lines, String attributes) {
    int at = y;
    for (String line : lines) {
      text(x, at, line, attributes);
      at += LINE;
    }
    return at;
  }

  static String escape(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replaceAll("[\\p{Cntrl}]", " ");
  }

  /** The whole document. */
  String document(int width, int height) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"12\">\n"
            .formatted(width, height, width, height)
        + "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"
        + elements
        + "</svg>\n";
  }
}
