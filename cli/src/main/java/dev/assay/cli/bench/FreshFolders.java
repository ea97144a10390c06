package dev.assay.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Empty folders for stores that keep data on disk, which are gone when the bench is over. */
public final class FreshFolders implements Supplier<Path>, AutoCloseable {
  private final List<Path> made = new ArrayList<>();

  @Override
  public synchronized Path get() {
    try {
      Path folder = Files.createTempDirectory("assay-bench");
      made.add(folder);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    for (Path folder : made) {
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      } catch (IOException e) {
        // What stays behind in the temporary folder harms nobody.
      }
    }
  }
}
