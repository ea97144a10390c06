package dev.assay.engine.disk;

/** Bytes that are whole by their checksum but are not what this version writes. */
final class MalformedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedException(String message) {
    super(message);
  }
}
