package dev.assay.engine.stream.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A place in a shard, as a consumer holds it. The engine keeps nothing of it: all is in the text,
 * {@code <stream ARN>|1|<base 64>}.
 *
 * @param position the first position to read
 * @param issued when it was given out, to the millisecond
 */
record ShardIterator(String streamArn, String shardId, long position, Instant issued) {

  String text() {
    String place = shardId + '|' + position + '|' + issued.toEpochMilli();
    String sealed = place + '|' + checksum(streamArn, place);
    return streamArn
        + "|1|"
        + Base64.getEncoder().encodeToString(sealed.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads what {@link #text} wrote; nothing if it is any other text. */
  static Optional<ShardIterator> parse(String text) {
    String[] parts = text.split("\\|", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      String sealed = new String(Base64.getDecoder().decode(parts[2]), StandardCharsets.UTF_8);
      int seal = sealed.lastIndexOf('|');
      String[] place = sealed.split("\\|", -1);
      if (place.length != 4 || !checksum(parts[0], sealed.substring(0, seal)).equals(place[3])) {
        return Optional.empty();
      }
      return Optional.of(
          new ShardIterator(
              parts[0],
              place[0],
              Long.parseLong(place[1]),
              Instant.ofEpochMilli(Long.parseLong(place[2]))));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  /** Tells a text that was cut or mistyped; it is no protection against forgery. */
  private static String checksum(String streamArn, String place) {
    CRC32 sum = new CRC32();
    sum.update((streamArn + '|' + place).getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(sum.getValue());
  }
}
