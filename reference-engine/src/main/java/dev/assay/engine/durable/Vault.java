package dev.assay.engine.durable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Large objects that must outlive the process, such as the items of a backup. */
public interface Vault {
  /**
   * Begins an object. It is there, whole, when the stream has been closed, and not before.
   *
   * @param name letters, digits, dots, dashes and slashes
   */
  OutputStream create(String name) throws IOException;

  /**
   * Reads an object.
   *
   * @throws java.io.FileNotFoundException if there is none of this name
   */
  InputStream open(String name) throws IOException;

  /** Deletes an object; nothing happens if there is none. */
  void delete(String name) throws IOException;
}
