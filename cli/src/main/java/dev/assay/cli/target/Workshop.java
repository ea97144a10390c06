package dev.assay.cli.target;

import dev.assay.cli.problem.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What targets are fetched and run with.
 *
 * @param root Assay's own folder, which holds the Maven wrapper
 * @param javaHome the JDK that runs this process
 * @param cache the folder under which fetched targets are kept
 * @param path the folders in which programs are looked for, as in {@code PATH}
 */
public record Workshop(Path root, Path javaHome, Path cache, String path) {

  /** The workshop that this process's environment describes. */
  public static Workshop of(Path root, Path javaHome, Map<String, String> environment) {
    return new Workshop(
        root, javaHome, cacheFolder(environment), environment.getOrDefault("PATH", ""));
  }

  private static Path cacheFolder(Map<String, String> environment) {
    String own = environment.getOrDefault("ASSAY_CACHE", "");
    if (!own.isEmpty()) {
      return Path.of(own).toAbsolutePath();
    }
    String shared = environment.getOrDefault("XDG_CACHE_HOME", "");
    if (!shared.isEmpty()) {
      return Path.of(shared).resolve("assay").toAbsolutePath();
    }
    return Path.of(environment.getOrDefault("HOME", "."), ".cache", "assay").toAbsolutePath();
  }

  /** Where a target lies once it is fetched. */
  public Path homeOf(Target target) {
    return cache.resolve("targets").resolve(target.name() + "-" + target.version());
  }

  /** Whether a target is there already. */
  public boolean isFetched(Target target) {
    return Files.isDirectory(homeOf(target));
  }

  /**
   * Fetches a target unless it is there already. It appears under its name only when it is whole,
   * so that a fetch that was cut short is simply done again.
   *
   * @throws Refusal saying what is missing or what went wrong
   */
  public void fetch(Target target) {
    if (isFetched(target)) {
      return;
    }
    try {
      Path shelf = Files.createDirectories(cache.resolve("targets"));
      Path bench = Files.createTempDirectory(shelf, "." + target.name());
      try {
        target.fetch(bench, this);
        Files.move(bench, homeOf(target), StandardCopyOption.ATOMIC_MOVE);
      } catch (FileSystemException e) {
        // Another process may have been first with the same version.
        if (!isFetched(target)) {
          throw e;
        }
      } finally {
        remove(bench);
      }
    } catch (AccessDeniedException e) {
      throw Refusal.usage(
          "cannot write to the cache folder " + cache + "; set ASSAY_CACHE to another");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
