package dev.assay.proxy.journal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The texts that a document holds already, in the order in which they came. Which texts are kept is
 * a rule that the reader follows too.
 */
final class KnownTexts {
  /** How many a document keeps. */
  static final int MOST = 2048;

  /** In chars. A long text seldom comes twice. */
  static final int LONGEST = 512;

  /** A power of two, and at most half full, so that few places must be looked at. */
  private static final int SLOTS = 2 * MOST;

  private final @Nullable String[] texts = new String[SLOTS];
  private final int[] places = new int[SLOTS];
  private int size;

  static boolean keeps(String text) {
    return text.length() <= LONGEST;
  }

  void forget() {
    if (size > 0) {
      Arrays.fill(texts, null);
      size = 0;
    }
  }

  /** Where the text stands; negative when it did not, and from now on it does if it is kept. */
  int placeOf(String text) {
    if (!keeps(text)) {
      return -1;
    }
    int hash = text.hashCode();
    int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    for (String there = texts[slot]; there != null; there = texts[slot]) {
      if (there.equals(text)) {
        return places[slot];
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    if (size < MOST) {
      texts[slot] = text;
      places[slot] = size++;
    }
    return -1;
  }
}
