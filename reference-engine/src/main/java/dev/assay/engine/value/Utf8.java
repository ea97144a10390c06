package dev.assay.engine.value;

import java.util.Comparator;

/** Strings as DynamoDB sees them: UTF-8 bytes. */
public final class Utf8 {
  private Utf8() {}

  /**
   * Byte order of the UTF-8 form. It differs from {@link String#compareTo} only where surrogates
   * meet characters from U+E000 up.
   */
  public static final Comparator<String> ORDER = Utf8::compare;

  /** Length in bytes of the UTF-8 form; an unpaired surrogate counts as its three-byte form. */
  public static int lengthBytes(String text) {
    int chars = text.length();
    int bytes = chars;
    for (int i = 0; i < chars; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        if (c < 0x800) {
          bytes++;
        } else if (Character.isHighSurrogate(c)
            && i + 1 < chars
            && Character.isLowSurrogate(text.charAt(i + 1))) {
          bytes += 2;
          i++;
        } else {
          bytes += 2;
        }
      }
    }
    return bytes;
  }

  public static int compare(String a, String b) {
    int shared = Math.min(a.length(), b.length());
    for (int i = 0; i < shared; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean surrogateX = Character.isSurrogate(x);
        boolean surrogateY = Character.isSurrogate(y);
        if (surrogateX != surrogateY) {
          // A surrogate stands for a character above every one that fits in one char.
          return surrogateX ? 1 : -1;
        }
        return Character.compare(x, y);
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
