package dev.assay.engine.stream;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The id of a shard: {@code shardId-}, the time of its opening in 20 digits, and eight hexadecimal
 * digits. Ids of one stream are in the order in which its shards were opened, parents first.
 *
 * @param time milliseconds since the epoch
 */
record ShardId(long time, String text) implements Comparable<ShardId> {

  /**
   * @param ordinal how many shards the stream had before
   */
  static ShardId of(String streamArn, long time, long ordinal) {
    CRC32 hash = new CRC32();
    hash.update((streamArn + '/' + ordinal).getBytes(StandardCharsets.UTF_8));
    return new ShardId(
        time, "shardId-" + padded(Long.toString(time), 20) + '-' + hex(hash.getValue()));
  }

  private static String hex(long value) {
    return padded(Long.toHexString(value), 8);
  }

  private static String padded(String digits, int length) {
    return "0".repeat(length - digits.length()) + digits;
  }

  @Override
  public int compareTo(ShardId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
