package dev.assay.engine.objects;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for each bucket, a file for each object. A bucket is made by the first object that is
 * written to it, for nobody could make it otherwise; reading from one that is not there is refused.
 */
public final class FolderStore implements ObjectStore {
  /** Where objects are collected; no bucket's name begins with a dot. */
  private static final String UNFINISHED = ".unfinished";

  private final Path root;
  private final boolean passing;

  /**
   * @param root need not exist yet
   */
  public FolderStore(Path root) {
    this(root, false);
  }

  private FolderStore(Path root, boolean passing) {
    this.root = root.toAbsolutePath().normalize();
    this.passing = passing;
  }

  /** One in a new folder of its own below the system's temporary one, which goes when it closes. */
  public static FolderStore passing() {
    try {
      return new FolderStore(Files.createTempDirectory("assay-s3-"), true);
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder for buckets can be made", e);
    }
  }

  @Override
  public Upload begin(String bucket, String key, Sealing sealing) throws IOException {
    Path target = file(bucket, key);
    Path unfinished = Files.createDirectories(root.resolve(UNFINISHED));
    return new Upload(
        Files.createTempFile(unfinished, "object", ".part"),
        (file, md5) -> {
          Files.createDirectories(parentOf(target));
          Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
          return Upload.etagOf(md5);
        });
  }

  private static Path parentOf(Path file) throws IOException {
    Path parent = file.getParent();
    if (parent == null) {
      throw new IOException("not a file within a folder: " + file);
    }
    return parent;
  }

  @Override
  public InputStream open(String bucket, String key) throws IOException {
    require(bucket);
    try {
      return Files.newInputStream(file(bucket, key));
    } catch (NoSuchFileException e) {
      throw ObjectStoreException.noSuchKey();
    }
  }

  @Override
  public List<Found> list(String bucket, String prefix) throws IOException {
    Path folder = require(bucket);
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> objects =
          files
              .filter(Files::isRegularFile)
              .filter(file -> keyOf(folder, file).startsWith(prefix))
              .toList();
      List<Found> found = new java.util.ArrayList<>();
      for (Path file : objects) {
        found.add(new Found(keyOf(folder, file), Files.size(file)));
      }
      found.sort(Comparator.comparing(Found::key));
      return found;
    }
  }

  private static String keyOf(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private Path require(String bucket) throws IOException {
    Path folder = folder(bucket);
    if (!Files.isDirectory(folder)) {
      throw ObjectStoreException.noSuchBucket();
    }
    return folder;
  }

  private Path folder(String bucket) throws ObjectStoreException {
    return inside(root, bucket);
  }

  private Path file(String bucket, String key) throws ObjectStoreException {
    return inside(folder(bucket), key);
  }

  /** A key may have dots and slashes; none of them leads out of its bucket. */
  private static Path inside(Path folder, String name) throws ObjectStoreException {
    try {
      Path path = folder.resolve(name).normalize();
      if (path.startsWith(folder) && !path.equals(folder)) {
        return path;
      }
    } catch (InvalidPathException e) {
      // No file can have this name either.
    }
    throw new ObjectStoreException("InvalidArgument", "no file can be called '" + name + "'");
  }

  @Override
  public String place(String bucket) {
    return root.resolve(bucket).toString();
  }

  /** Files are closed by whoever reads or writes them. */
  @Override
  public void close() {
    if (!passing) {
      return;
    }
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      // A job's last part may be writing still; what it leaves is in the system's temporary folder.
    }
  }
}
