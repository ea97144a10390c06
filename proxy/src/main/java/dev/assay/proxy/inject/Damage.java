package dev.assay.proxy.inject;

import dev.assay.fault.CorruptedBody;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;

/** What happens to the bytes of an answer. */
public final class Damage {
  private Damage() {}

  /** At most so many bytes are left, and never all. */
  public static byte[] truncated(byte[] body, int keepBytes) {
    return Arrays.copyOf(body, Math.clamp(keepBytes, 0, Math.max(0, body.length - 1)));
  }

  /** One bit of each of so many bytes is flipped. */
  public static byte[] corrupted(byte[] body, CorruptedBody fault, RandomGenerator random) {
    byte[] damaged = body.clone();
    int[] places =
        random
            .ints(0, Math.max(1, body.length))
            .distinct()
            .limit(Math.min(fault.bytes(), body.length))
            .toArray();
    for (int place : places) {
      damaged[place] ^= (byte) (1 << random.nextInt(8));
    }
    return damaged;
  }

  /** A CRC32 that is not the right one, as the header spells it. */
  public static String wrongCrc32(Optional<String> right, byte[] body) {
    String wrong = Long.toString(crc32(body) ^ 1);
    return right.filter(wrong::equals).isPresent() ? Long.toString(crc32(body) ^ 2) : wrong;
  }

  /** The CRC32 of a body, 0 to 2^32 - 1. */
  public static long crc32(byte[] body) {
    CRC32 crc = new CRC32();
    crc.update(body);
    return crc.getValue();
  }
}
