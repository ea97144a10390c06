package dev.assay.engine.disk;

import java.io.IOException;
import java.io.StringReader;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The folder that an engine keeps its data in, held for as long as it is open.
 *
 * <pre>
 *   lock         held by the engine that uses the folder
 *   format       the version of everything below, and the account
 *   log/         the log ({@link LogFiles})
 *   snapshots/   the newest snapshots
 *   vault/       large objects
 * </pre>
 */
final class DataFolder implements AutoCloseable {
  private static final int FORMAT = 1;

  private final Path path;
  private final FileChannel channel;
  private final FileLock lock;

  private DataFolder(Path path, FileChannel channel, FileLock lock) {
    this.path = path;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes a folder, or makes it.
   *
   * @throws DataRefusedException if it cannot be used
   */
  static DataFolder open(Path path, String accountId) {
    try {
      Files.createDirectories(path);
      DataFolder folder = lock(path);
      try {
        folder.checkFormat(accountId);
        Files.createDirectories(folder.log());
        Files.createDirectories(folder.snapshots());
        return folder;
      } catch (IOException | RuntimeException e) {
        folder.close();
        throw e;
      }
    } catch (FileAlreadyExistsException e) {
      throw new DataRefusedException(path + " is a file; the data needs a folder", e);
    } catch (AccessDeniedException e) {
      throw new DataRefusedException(
          "the folder "
              + path
              + " cannot be written to; give this user the right to, or name another one",
          e);
    } catch (IOException e) {
      throw new DataRefusedException(
          "the folder "
              + path
              + " cannot be used for data: "
              + e.getMessage()
              + "; make it one that can be written to, or name another",
          e);
    }
  }

  private static DataFolder lock(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new DataFolder(path, channel, lock);
      }
    } catch (OverlappingFileLockException e) {
      // Another engine of this process: told in the same words.
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    throw new DataRefusedException(
        "the data in "
            + path
            + " is in use by another engine; stop that one, or name another folder");
  }

  private void checkFormat(String accountId) throws IOException {
    Path file = path.resolve("format");
    Properties format = new Properties();
    try {
      format.load(new StringReader(Files.readString(file)));
    } catch (NoSuchFileException e) {
      checkEmpty();
      WholeFile.write(file, "format=" + FORMAT + "\naccount=" + accountId);
      return;
    }
    String version = format.getProperty("format", "");
    if (!version.equals(Integer.toString(FORMAT))) {
      throw new DataRefusedException(
          "the data in "
              + path
              + " has format '"
              + version
              + "' and this version of Assay knows "
              + FORMAT
              + "; use the version that wrote it");
    }
    String account = format.getProperty("account", "");
    if (!account.equals(accountId)) {
      throw new DataRefusedException(
          "the data in " + path + " belongs to account " + account + ", not to " + accountId);
    }
  }

  /** A folder with other things in it is probably named by mistake. */
  private void checkEmpty() throws IOException {
    try (Stream<Path> entries = Files.list(path)) {
      if (entries.anyMatch(entry -> !entry.getFileName().toString().equals("lock"))) {
        throw new DataRefusedException(
            path + " holds other things than an engine's data; name an empty folder");
      }
    }
  }

  Path path() {
    return path;
  }

  Path log() {
    return path.resolve("log");
  }

  Path snapshots() {
    return path.resolve("snapshots");
  }

  Path vault() {
    return path.resolve("vault");
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      // The lock goes with the process.
    }
  }
}
