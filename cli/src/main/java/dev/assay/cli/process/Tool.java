package dev.assay.cli.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A command that is run to its end, with all that it prints kept in a file. */
public final class Tool {
  private Tool() {}

  /**
   * How a tool ended.
   *
   * @param exitCode what it ended with
   * @param output all that it printed, standard output and error as they came
   */
  public record Result(int exitCode, String output) {

    /** The last lines that it printed, for a sentence about its failure. */
    public String lastLines(int count) {
      List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
    }
  }

  /**
   * Runs a command and waits for it; when this thread is interrupted the command is ended.
   *
   * @param environment variables on top of this process's own
   * @throws UncheckedIOException when the command cannot be started at all
   */
  public static Result run(List<String> command, Path folder, Map<String, String> environment) {
    try {
      Path output = Files.createTempFile("assay-tool", ".log");
      try {
        ProcessBuilder builder =
            new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        int exitCode = waitFor(builder.start());
        return new Result(exitCode, Files.readString(output, StandardCharsets.ISO_8859_1));
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int waitFor(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  /** Where a program lies on the path, if it does. */
  public static Optional<Path> find(String program, String path) {
    return Stream.of(path.split(":"))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .filter(Files::isRegularFile)
        .findFirst();
  }
}
