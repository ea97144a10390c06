package dev.assay.features.checker.picture;

import dev.assay.features.history.Op;

/** How a bar looks, and what that means. */
enum Look {
  DONE("#b9dcbd", "#557755", "acknowledged"),
  REFUSED("#e2e2e2", "#777777", "refused"),
  UNKNOWN("#f3dfa5", "#8a7a35", "no answer: may take effect at any time from then on, or never"),
  BROKEN("#f4b6b0", "#a01010", "what cannot be");

  private final String fill;
  private final String stroke;
  private final String meaning;

  Look(String fill, String stroke, String meaning) {
    this.fill = fill;
    this.stroke = stroke;
    this.meaning = meaning;
  }

  static Look of(Op op, boolean broken) {
    return broken ? BROKEN : op.unknown() ? UNKNOWN : op.failed() ? REFUSED : DONE;
  }

  String meaning() {
    return meaning;
  }

  /** A box of that look; dashed where the end is not known. */
  void box(Svg svg, int x, int y, int width, int height, boolean open) {
    svg.add(
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\" fill=\"%s\" stroke=\"%s\"%s/>",
        x, y, width, height, fill, stroke, open ? " stroke-dasharray=\"4 3\"" : "");
  }
}
