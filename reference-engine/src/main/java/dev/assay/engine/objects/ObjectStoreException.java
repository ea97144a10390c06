package dev.assay.engine.objects;

import java.io.IOException;

/** The store refuses: code and message are what a description of the job shows. */
public final class ObjectStoreException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code such as {@code S3NoSuchBucket}
   */
  public ObjectStoreException(String code, String message) {
    super(message);
    this.code = code;
  }

  static ObjectStoreException noSuchBucket() {
    return new ObjectStoreException("S3NoSuchBucket", "The specified bucket does not exist");
  }

  static ObjectStoreException noSuchKey() {
    return new ObjectStoreException("S3NoSuchKey", "The specified key does not exist.");
  }

  /** Whether only one object is concerned, and others may be there. */
  public boolean isOfObject() {
    return code.equals("S3NoSuchKey");
  }

  public String code() {
    return code;
  }
}
