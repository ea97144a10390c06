package dev.assay.reports;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Where a run lives: {@code <reports>/runs/<time>/}, with {@code <reports>/latest} beside. */
record RunFolder(Path reports, Path path) {

  // No colons: Windows does not take them.
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);

  /** Makes the folder of a run that starts now; a second run in the same second gets a suffix. */
  static RunFolder create(Path reports, Instant start) throws IOException {
    Path runs = Files.createDirectories(reports.resolve("runs"));
    String name = TIME.format(start);
    for (int attempt = 1; ; attempt++) {
      Path folder = runs.resolve(attempt == 1 ? name : name + "-" + attempt);
      if (!Files.exists(folder)) {
        return new RunFolder(reports, Files.createDirectory(folder));
      }
    }
  }

  /**
   * Points {@code latest} here: a relative symbolic link, replaced in one move so that nobody finds
   * it missing, or a text file with the path where links cannot be made.
   */
  void becomeLatest() throws IOException {
    Path latest = reports.resolve("latest");
    Path fresh = reports.resolve("." + path.getFileName() + ".latest");
    Path relative = reports.relativize(path);
    Files.deleteIfExists(fresh);
    try {
      Files.createSymbolicLink(fresh, relative);
    } catch (UnsupportedOperationException | IOException noLinksHere) {
      Files.writeString(fresh, relative + System.lineSeparator());
    }
    if (Files.isDirectory(latest, LinkOption.NOFOLLOW_LINKS)) {
      Files.deleteIfExists(fresh);
      throw new FileAlreadyExistsException(
          latest.toString(), null, "is a folder where the pointer to the newest run belongs");
    }
    Files.move(fresh, latest, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
