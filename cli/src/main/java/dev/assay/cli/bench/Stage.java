package dev.assay.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.stream.Stream;

/** What has been set up for a bench, to be taken down in reverse. */
final class Stage implements AutoCloseable {
  private final Deque<Runnable> closings = new ArrayDeque<>();

  void holds(Runnable closing) {
    closings.push(closing);
  }

  /** A folder that is removed with all that is in it. */
  Path newFolder() {
    try {
      Path folder = Files.createTempDirectory("assay-bench");
      holds(() -> remove(folder));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    closings.forEach(Runnable::run);
  }
}
