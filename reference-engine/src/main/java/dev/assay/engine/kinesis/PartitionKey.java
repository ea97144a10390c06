package dev.assay.engine.kinesis;

import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.value.AttributeMap;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * By what a data stream spreads changes over its shards: a hash of the item's key, 32 hexadecimal
 * digits, so that all changes of one item go to one shard.
 */
final class PartitionKey {
  private PartitionKey() {}

  static String of(AttributeMap keys) {
    JsonWriter text = new JsonWriter();
    text.attributes(keys);
    try {
      return HexFormat.of()
          .withUpperCase()
          .formatHex(MessageDigest.getInstance("MD5").digest(text.toByteArray()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has MD5", e);
    }
  }
}
