import com.google.googlejavaformat.java.Formatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Formats every Java source with google-java-format, or checks that they are formatted. Run by the build on the JDK
 * that compiles, because the formatter parses with that JDK's own parser and Maven may be running on an older one.
 *
 * <p>Arguments: {@code apply|check} and the root of the source tree. {@code check} exits with 1 and names each file
 * that is not formatted. {@code apply} looks only at the files that changed since it last ran.
 */
final class Format {
  public static void main(String[] args) throws Exception {
    boolean check = args[0].equals("check");
    Path root = Path.of(args[1]);
    Path stamp = root.resolve("target/formatter/stamp");
    FileTime last = !check && Files.exists(stamp) ? Files.getLastModifiedTime(stamp) : FileTime.fromMillis(0);
    Formatter formatter = new Formatter();
    List<Path> unformatted = new ArrayList<>();
    for (Path file : sources(root)) {
      if (Files.getLastModifiedTime(file).compareTo(last) < 0) {
        continue;
      }
      String before = Files.readString(file);
      String after;
      try {
        after = formatter.formatSourceAndFixImports(before);
      } catch (com.google.googlejavaformat.java.FormatterException e) {
        // The compiler says it better a moment later.
        continue;
      }
      if (!after.equals(before)) {
        if (check) {
          unformatted.add(root.relativize(file));
        } else {
          Files.writeString(file, after);
        }
      }
    }
    if (!unformatted.isEmpty()) {
      unformatted.forEach(file -> System.err.println("not formatted: " + file));
      System.err.println("Run ./mvnw process-sources without CI set, and commit what it changes.");
      System.exit(1);
    }
    Files.createDirectories(stamp.getParent());
    Files.writeString(stamp, "");
  }

  private static List<Path> sources(Path root) throws IOException {
    List<Path> sources = new ArrayList<>();
    try (Stream<Path> modules = Files.list(root)) {
      for (Path module : modules.filter(m -> Files.isDirectory(m.resolve("src"))).toList()) {
        try (Stream<Path> files = Files.walk(module.resolve("src"))) {
          files.filter(f -> f.toString().endsWith(".java")).forEach(sources::add);
        }
      }
    }
    return sources;
  }
}
