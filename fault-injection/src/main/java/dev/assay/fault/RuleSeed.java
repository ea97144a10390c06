package dev.assay.fault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Where a rule's random streams start: a function of the run's seed and the rule's id, and of
 * nothing else. The choice of calls and the numbers that the fault draws have a stream each, so
 * that what a fault needs never shifts which calls it meets.
 */
final class RuleSeed {
  private static final long FOR_NUMBERS = 0x5DEECE66DL;

  private RuleSeed() {}

  /** The stream that chooses calls. */
  static long of(long runSeed, Rule rule) {
    return rule.seed().orElseGet(() -> derive(runSeed, rule.id()));
  }

  /** The stream of the fault's own numbers. */
  static long ofNumbers(long runSeed, Rule rule) {
    return derive(of(runSeed, rule) ^ FOR_NUMBERS, rule.id());
  }

  /**
   * A cryptographic hash, so that neighbouring seeds and similar ids do not give related streams.
   */
  private static long derive(long runSeed, RuleId id) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, runSeed));
      return ByteBuffer.wrap(digest.digest(id.text().getBytes(StandardCharsets.UTF_8))).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
