package dev.assay.engine.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The files of the log. Every run of an engine has a queue, and so a folder, of its own: Chronicle
 * never has to make sense of what a process left behind that was killed.
 *
 * <pre>
 *   log/0000000001/19700101-00F.cq4     the first file of the first run (Chronicle writes numbers
 *   log/0000000001/19700101-01F.cq4     of files as hours since 1970)
 *   log/0000000001/newest               the name of the run's last file
 *   log/0000000002/19700101-00F.cq4
 * </pre>
 */
final class LogFiles {
  private static final String SUFFIX = ".cq4";
  private static final String NEWEST = "newest";

  private final Path folder;

  LogFiles(Path folder) {
    this.folder = folder;
  }

  Path run(long number) {
    return folder.resolve(String.format(Locale.ROOT, "%010d", number));
  }

  /** Numbers of all runs, ascending. */
  List<Long> runs() throws IOException {
    return names(folder).stream()
        .filter(name -> name.matches("[0-9]{10}"))
        .map(Long::valueOf)
        .toList();
  }

  /** All files, in the order in which they were written. */
  List<Path> segments() throws IOException {
    List<Path> all = new ArrayList<>();
    for (long run : runs()) {
      all.addAll(segments(run));
    }
    return all;
  }

  List<Path> segments(long run) throws IOException {
    return names(run(run)).stream()
        .filter(name -> name.endsWith(SUFFIX))
        .map(run(run)::resolve)
        .toList();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .map(path -> path.getFileName().toString())
          .sorted(Comparator.naturalOrder())
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  /** Remembers which file is a run's last, so that it cannot be lost unnoticed. */
  static void noteNewest(Path segment) throws IOException {
    Path folder = java.util.Objects.requireNonNull(segment.getParent());
    WholeFile.write(folder.resolve(NEWEST), segment.getFileName().toString());
  }

  /** The file that the last run wrote last, as it was remembered. */
  java.util.Optional<Path> newest() throws IOException {
    List<Long> runs = runs();
    if (runs.isEmpty()) {
      return java.util.Optional.empty();
    }
    Path run = run(runs.getLast());
    try {
      return java.util.Optional.of(run.resolve(Files.readString(run.resolve(NEWEST)).strip()));
    } catch (NoSuchFileException e) {
      return java.util.Optional.empty();
    }
  }

  /** Deletes a file, and its run's folder when nothing of the log is left in that. */
  void delete(Path segment, long currentRun) throws IOException {
    Files.deleteIfExists(segment);
    Path run = java.util.Objects.requireNonNull(segment.getParent());
    if (run.equals(run(currentRun)) || names(run).stream().anyMatch(n -> n.endsWith(SUFFIX))) {
      return;
    }
    for (String name : names(run)) {
      Files.deleteIfExists(run.resolve(name));
    }
    Files.deleteIfExists(run);
  }

  /** The number of the first frame in a file; -1 if there is none. */
  static long firstNumber(Path segment) throws IOException {
    long[] first = {-1};
    SegmentFile.read(
        segment,
        false,
        frame -> {
          first[0] = Frame.number(frame);
          return false;
        });
    return first[0];
  }
}
