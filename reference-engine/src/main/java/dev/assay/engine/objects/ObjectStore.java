package dev.assay.engine.objects;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Buckets of objects. Calls block until they are done; they are made by jobs only, never by an
 * event loop.
 *
 * <p>What the store refuses is an {@link ObjectStoreException}; anything else that goes wrong is
 * another {@link IOException}.
 */
public interface ObjectStore extends AutoCloseable {
  /**
   * Begins an object. It is there, whole, when the upload has been completed, and not before.
   *
   * @param sealing how the store is to encrypt it
   */
  Upload begin(String bucket, String key, Sealing sealing) throws IOException;

  /** Reads an object from its beginning. */
  InputStream open(String bucket, String key) throws IOException;

  /** The objects whose keys begin with the prefix, in the order of the keys. */
  List<Found> list(String bucket, String prefix) throws IOException;

  /** Where the bucket is, for people: an address or a folder. */
  String place(String bucket);

  @Override
  void close();

  /**
   * An object that is there.
   *
   * @param sizeBytes as it is stored
   */
  record Found(String key, long sizeBytes) {}

  /**
   * An object that has been written.
   *
   * @param etag without quotes
   * @param md5Base64 of its bytes
   */
  record Stored(String etag, String md5Base64, long sizeBytes) {}

  /**
   * How an object is to be encrypted.
   *
   * @param algorithm {@code AES256} or {@code KMS}
   * @param keyId a key of KMS; empty for none
   */
  record Sealing(String algorithm, String keyId) {
    public static final Sealing DEFAULT = new Sealing("AES256", "");
  }
}
