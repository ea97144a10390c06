package dev.assay.engine.store;

import dev.assay.engine.value.AttributeValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hash that spreads partition keys and decides the order of a scan.
 *
 * <p>The service does not say which function it uses; any that is stable and spreads well shows a
 * client the same: items of one partition together, partitions in no order that it can rely on.
 */
final class PartitionHash {
  private static final MessageDigest PROTOTYPE = md5();

  private PartitionHash() {}

  static long of(AttributeValue partition) {
    MessageDigest digest = fresh();
    digest.update(bytes(partition));
    return ByteBuffer.wrap(digest.digest()).getLong();
  }

  static long of(AttributeValue[] components, int partitionComponents) {
    MessageDigest digest = fresh();
    for (int i = 0; i < partitionComponents; i++) {
      digest.update(bytes(components[i]));
    }
    return ByteBuffer.wrap(digest.digest()).getLong();
  }

  private static byte[] bytes(AttributeValue value) {
    return switch (value) {
      case AttributeValue.S s -> s.value().getBytes(StandardCharsets.UTF_8);
      case AttributeValue.N n -> n.value().text().getBytes(StandardCharsets.ISO_8859_1);
      case AttributeValue.B b -> b.value().array();
      case AttributeValue.Bool ignored -> throw notAKey(value);
      case AttributeValue.Null ignored -> throw notAKey(value);
      case AttributeValue.L ignored -> throw notAKey(value);
      case AttributeValue.M ignored -> throw notAKey(value);
      case AttributeValue.SS ignored -> throw notAKey(value);
      case AttributeValue.NS ignored -> throw notAKey(value);
      case AttributeValue.BS ignored -> throw notAKey(value);
    };
  }

  private static IllegalArgumentException notAKey(AttributeValue value) {
    return new IllegalArgumentException("a key cannot have type " + value.type());
  }

  private static MessageDigest fresh() {
    try {
      return (MessageDigest) PROTOTYPE.clone();
    } catch (CloneNotSupportedException e) {
      return md5();
    }
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has MD5", e);
    }
  }
}
