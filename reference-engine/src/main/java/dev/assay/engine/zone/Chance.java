package dev.assay.engine.zone;

/** Numbers that look random and follow from a seed and from what they are drawn for alone. */
final class Chance {
  private Chance() {}

  /** A number for these parts. */
  static long of(long seed, long... parts) {
    long mixed = mix(seed + 0x9E3779B97F4A7C15L);
    for (long part : parts) {
      mixed = mix(mixed ^ part);
    }
    return mixed;
  }

  /** Above 0 and at most 1. */
  static double unit(long number) {
    return ((number >>> 11) + 1) * 0x1.0p-53;
  }

  /** The finalizer of SplitMix64. */
  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
