package dev.assay.reports;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Markup that is safe by construction: whatever is filled into a template is escaped, unless it is
 * markup already.
 */
record Html(String markup) {

  static final Html NOTHING = new Html("");

  /**
   * Fills each {@code {}} of the template, which must be a constant of ours, with one value.
   *
   * @throws IllegalArgumentException if there are more or fewer values than places
   */
  static Html of(String template, Object... values) {
    String[] parts = template.split("\\{}", -1);
    if (parts.length != values.length + 1) {
      throw new IllegalArgumentException(
          "template has %d places for %d values: %s"
              .formatted(parts.length - 1, values.length, template));
    }
    StringBuilder markup = new StringBuilder(parts[0]);
    for (int i = 0; i < values.length; i++) {
      markup.append(values[i] instanceof Html html ? html.markup : escape(values[i].toString()));
      markup.append(parts[i + 1]);
    }
    return new Html(markup.toString());
  }

  static Html join(Collection<Html> parts) {
    return new Html(parts.stream().map(Html::markup).collect(Collectors.joining("\n")));
  }

  static Html when(boolean condition, Html html) {
    return condition ? html : NOTHING;
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(isControl(c) ? '\uFFFD' : c);
      }
    }
    return escaped.toString();
  }

  private static boolean isControl(char c) {
    return (c < ' ' && c != '\n' && c != '\t' && c != '\r') || c == 0x7F;
  }
}
