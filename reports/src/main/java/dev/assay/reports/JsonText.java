package dev.assay.reports;

/**
 * Lays a body out for reading without changing a token of it: duplicate members, odd numbers and
 * broken or truncated JSON are what a reader looks for, so it is never parsed and written anew.
 */
final class JsonText {

  private static final int LONGEST_INLINE = 64;

  private final String source;
  private final StringBuilder out;
  private int depth;

  private JsonText(String source) {
    this.source = source;
    this.out = new StringBuilder(source.length() * 2);
  }

  /** The text indented by two if it starts like a JSON object or array, else as it is. */
  static String indented(String text) {
    String trimmed = text.stripLeading();
    boolean json = trimmed.startsWith("{") || trimmed.startsWith("[");
    return json ? new JsonText(trimmed).layOut() : text;
  }

  private String layOut() {
    int i = 0;
    while (i < source.length()) {
      char c = source.charAt(i);
      switch (c) {
        case '"' -> i = copyString(i);
        case '{', '[' -> i = open(i);
        case '}', ']' -> {
          depth = Math.max(0, depth - 1);
          newLine();
          out.append(c);
        }
        case ',' -> {
          out.append(c);
          newLine();
        }
        case ':' -> out.append(": ");
        case ' ', '\t', '\r', '\n' -> {}
        default -> out.append(c);
      }
      i++;
    }
    return out.toString();
  }

  /** Copies the string that starts at {@code start} and returns the index of its last character. */
  private int copyString(int start) {
    int end = endOfString(start);
    out.append(source, start, end + 1);
    return end;
  }

  private int endOfString(int start) {
    for (int i = start + 1; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        return i;
      }
    }
    return source.length() - 1;
  }

  /** Opens a container; one that is short and holds no other stays on its line. */
  private int open(int start) {
    int close = closeOfFlat(start);
    if (close < 0) {
      out.append(source.charAt(start));
      depth++;
      newLine();
      return start;
    }
    for (int i = start; i <= close; i++) {
      char c = source.charAt(i);
      switch (c) {
        case '"' -> i = copyString(i);
        case ':', ',' -> out.append(c).append(' ');
        case ' ', '\t', '\r', '\n' -> {}
        default -> out.append(c);
      }
    }
    return close;
  }

  private int closeOfFlat(int start) {
    for (int i = start + 1; i < source.length() && i - start <= LONGEST_INLINE; i++) {
      switch (source.charAt(i)) {
        case '"' -> i = endOfString(i);
        case '{', '[' -> {
          return -1;
        }
        case '}', ']' -> {
          return i;
        }
        default -> {}
      }
    }
    return -1;
  }

  private void newLine() {
    out.append('\n').repeat("  ", depth);
  }
}
