package dev.assay.engine.disk;

import dev.assay.engine.durable.Vault;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps objects as files. */
final class FileVault implements Vault {
  private final Path folder;

  FileVault(Path folder) {
    this.folder = folder;
  }

  private Path path(String name) throws IOException {
    Path path = folder.resolve(name).normalize();
    if (!name.matches("[A-Za-z0-9./-]+") || !path.startsWith(folder) || path.equals(folder)) {
      throw new IOException("no object can have the name '" + name + "'");
    }
    return path;
  }

  @Override
  public OutputStream create(String name) throws IOException {
    Path path = path(name);
    Files.createDirectories(path.getParent());
    Path draft = WholeFile.draft(path);
    FileChannel channel =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING);
    return new BufferedOutputStream(Channels.newOutputStream(channel)) {
      private boolean done;

      @Override
      public void close() throws IOException {
        if (done) {
          return;
        }
        done = true;
        try (channel) {
          flush();
          channel.force(true);
        } catch (IOException e) {
          Files.deleteIfExists(draft);
          throw e;
        }
        WholeFile.finish(draft, path);
      }
    };
  }

  @Override
  public InputStream open(String name) throws IOException {
    try {
      return new BufferedInputStream(Files.newInputStream(path(name)));
    } catch (NoSuchFileException e) {
      throw new FileNotFoundException(name);
    }
  }

  @Override
  public void delete(String name) throws IOException {
    Files.deleteIfExists(path(name));
  }
}
