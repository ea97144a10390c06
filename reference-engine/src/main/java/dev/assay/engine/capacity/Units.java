package dev.assay.engine.capacity;

/** The sizes of capacity units. */
public final class Units {
  private static final int READ_UNIT_BYTES = 4096;
  private static final int WRITE_UNIT_BYTES = 1024;

  private Units() {}

  /** Units to read this many bytes at once: at least one, half of it if eventually consistent. */
  public static double read(long sizeBytes, boolean consistent) {
    long units = Math.max(1, (sizeBytes + READ_UNIT_BYTES - 1) / READ_UNIT_BYTES);
    return consistent ? units : units * 0.5;
  }

  /** Units to write this many bytes at once: at least one. */
  public static double write(long sizeBytes) {
    return Math.max(1, (sizeBytes + WRITE_UNIT_BYTES - 1) / WRITE_UNIT_BYTES);
  }
}
