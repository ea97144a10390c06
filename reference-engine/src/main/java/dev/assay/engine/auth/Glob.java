package dev.assay.engine.auth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A text in which {@code *} stands for any run of characters and {@code ?} for any one. */
final class Glob {
  static final int ANY_RUN = -1;
  static final int ANY_ONE = -2;
  private static final int ARN_PARTS = 6;

  /** Code points, and the two wildcards, which no code point equals. */
  private final int[] symbols;

  Glob(int[] symbols) {
    this.symbols = symbols;
  }

  boolean matches(String text) {
    int[] points = text.codePoints().toArray();
    int at = 0;
    int symbol = 0;
    int retrySymbol = -1;
    int retryAt = 0;
    while (at < points.length) {
      if (symbol < symbols.length
          && (symbols[symbol] == ANY_ONE || symbols[symbol] == points[at])) {
        at++;
        symbol++;
      } else if (symbol < symbols.length && symbols[symbol] == ANY_RUN) {
        retrySymbol = ++symbol;
        retryAt = at;
      } else if (retrySymbol >= 0) {
        // Only the last run ever needs to give way, which keeps this quadratic at worst.
        symbol = retrySymbol;
        at = ++retryAt;
      } else {
        return false;
      }
    }
    while (symbol < symbols.length && symbols[symbol] == ANY_RUN) {
      symbol++;
    }
    return symbol == symbols.length;
  }

  /** Matches an ARN part by part: a wildcard never reaches across one of its first five colons. */
  boolean matchesArn(String arn) {
    List<Glob> patterns = arnParts();
    String[] parts = arn.split(":", ARN_PARTS);
    if (patterns.size() != ARN_PARTS || parts.length != ARN_PARTS) {
      return patterns.size() == 1 && matches(arn);
    }
    for (int i = 0; i < ARN_PARTS; i++) {
      if (!patterns.get(i).matches(parts[i])) {
        return false;
      }
    }
    return true;
  }

  private List<Glob> arnParts() {
    List<Glob> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < symbols.length && parts.size() < ARN_PARTS - 1; i++) {
      if (symbols[i] == ':') {
        parts.add(new Glob(Arrays.copyOfRange(symbols, start, i)));
        start = i + 1;
      }
    }
    parts.add(new Glob(Arrays.copyOfRange(symbols, start, symbols.length)));
    return parts;
  }
}
