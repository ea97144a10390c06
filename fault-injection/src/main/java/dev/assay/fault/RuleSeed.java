package dev.assay.fault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Where a rule's random stream starts: a function of the run's seed and the rule's id, and of
 * nothing else.
 */
final class RuleSeed {
  private RuleSeed() {}

  static long of(long runSeed, Rule rule) {
    return rule.seed().orElseGet(() -> derive(runSeed, rule.id()));
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
