package dev.assay.engine.objects;

import dev.assay.engine.objects.ObjectStore.Stored;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** An object on its way: it is collected in a file of its own and handed over whole. */
public final class Upload implements AutoCloseable {
  private final Path file;
  private final Handover handover;
  private final MessageDigest digest = md5();
  private final OutputStream out;

  /** What becomes of the file. */
  interface Handover {
    /**
     * Takes the whole object. The file may be moved away.
     *
     * @return the etag, without quotes
     */
    String take(Path file, byte[] md5) throws IOException;
  }

  Upload(Path file, Handover handover) throws IOException {
    this.file = file;
    this.handover = handover;
    this.out =
        new BufferedOutputStream(new DigestOutputStream(Files.newOutputStream(file), digest));
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has MD5", e);
    }
  }

  /** The etag that an S3 server gives to an object which came in one part of a multipart upload. */
  static String etagOf(byte[] md5) {
    return java.util.HexFormat.of().formatHex(md5().digest(md5)) + "-1";
  }

  /** Takes the object's bytes; may be closed before the object is completed. */
  public OutputStream body() {
    return out;
  }

  /** Puts the object in its place. */
  public Stored complete() throws IOException {
    out.close();
    byte[] md5 = digest.digest();
    long sizeBytes = Files.size(file);
    String etag = handover.take(file, md5);
    return new Stored(etag, Base64.getEncoder().encodeToString(md5), sizeBytes);
  }

  /** Gives up what was not completed. */
  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(file);
  }
}
