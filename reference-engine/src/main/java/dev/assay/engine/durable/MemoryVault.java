package dev.assay.engine.durable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Keeps objects in memory, and forgets them with the process. */
public final class MemoryVault implements Vault {
  private final ConcurrentMap<String, byte[]> objects = new ConcurrentHashMap<>();

  @Override
  public OutputStream create(String name) {
    return new ByteArrayOutputStream() {
      @Override
      public void close() {
        objects.put(name, toByteArray());
      }
    };
  }

  @Override
  public InputStream open(String name) throws FileNotFoundException {
    byte[] object = objects.get(name);
    if (object == null) {
      throw new FileNotFoundException(name);
    }
    return new ByteArrayInputStream(object);
  }

  @Override
  public void delete(String name) {
    objects.remove(name);
  }
}
