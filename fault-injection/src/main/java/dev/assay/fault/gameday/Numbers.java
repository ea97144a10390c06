package dev.assay.fault.gameday;

import java.math.BigDecimal;

/** Numbers as people write them: 5 and not 5.0. */
final class Numbers {
  private Numbers() {}

  static String text(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
