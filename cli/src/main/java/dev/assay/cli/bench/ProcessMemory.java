package dev.assay.cli.bench;

import dev.assay.cli.process.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The memory of a server's process, as Linux and, for Java, the JDK's own tool tell it. Empty where
 * they do not: on other systems, for other people's processes, for other languages.
 *
 * @param javaHome the JDK whose {@code jcmd} asks
 * @param processes where the kernel shows processes, {@code /proc}
 */
record ProcessMemory(Path javaHome, Path processes) {
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final Pattern USED =
      Pattern.compile(
          "(?m)^ ?(?:DefNew|Tenured|garbage-first|PSYoungGen|ParOldGen|ZHeap).*?[ ,]used"
              + " (\\d+)([KMG])");
  private static final String LISTENING = "0A";

  /** The process that listens on a TCP port of this machine. */
  OptionalLong listeningOn(int port) {
    return Stream.of("net/tcp", "net/tcp6")
        .flatMap(table -> lines(processes.resolve(table)))
        .map(line -> line.strip().split("\\s+"))
        .filter(columns -> columns.length > 9 && columns[3].equals(LISTENING))
        .filter(columns -> columns[1].endsWith(":%04X".formatted(port)))
        .map(columns -> "socket:[" + columns[9] + "]")
        .flatMap(
            socket ->
                ProcessHandle.allProcesses()
                    .map(ProcessHandle::pid)
                    .filter(pid -> holds(pid, socket)))
        .mapToLong(Long::longValue)
        .findFirst();
  }

  /** Bytes of real memory. */
  OptionalLong residentBytes(long pid) {
    return lines(processes.resolve(Long.toString(pid)).resolve("status"))
        .map(RESIDENT::matcher)
        .filter(Matcher::matches)
        .mapToLong(matcher -> Long.parseLong(matcher.group(1)) * 1024)
        .findFirst();
  }

  /** Bytes of a Java heap in use after a full collection, which this call makes the process do. */
  OptionalLong heapBytesAfterCollection(long pid) {
    Path jcmd = javaHome.resolve("bin/jcmd");
    if (!Files.isExecutable(jcmd) || jcmd(jcmd, pid, "GC.run").isEmpty()) {
      return OptionalLong.empty();
    }
    return jcmd(jcmd, pid, "GC.heap_info").map(ProcessMemory::used).orElse(OptionalLong.empty());
  }

  /**
   * The sum of what the generations of a {@code GC.heap_info} use; there is one line each, or one
   * for all.
   */
  static OptionalLong used(String heapInfo) {
    return USED.matcher(heapInfo)
        .results()
        .mapToLong(
            match ->
                Long.parseLong(match.group(1))
                    << switch (match.group(2)) {
                      case "K" -> 10;
                      case "M" -> 20;
                      default -> 30;
                    })
        .reduce(Long::sum);
  }

  private static Optional<String> jcmd(Path jcmd, long pid, String command) {
    Tool.Result result =
        Tool.run(
            List.of(jcmd.toString(), Long.toString(pid), command),
            Objects.requireNonNull(jcmd.getParent()),
            Map.of());
    return result.exitCode() == 0 ? Optional.of(result.output()) : Optional.empty();
  }

  private boolean holds(long pid, String socket) {
    try (Stream<Path> descriptors =
        Files.list(processes.resolve(Long.toString(pid)).resolve("fd"))) {
      return descriptors.anyMatch(descriptor -> socket.equals(linkOf(descriptor)));
    } catch (IOException | UncheckedIOException e) {
      // It ended meanwhile, or belongs to somebody else.
      return false;
    }
  }

  private static String linkOf(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      return "";
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readString(file).lines();
    } catch (IOException e) {
      return Stream.empty();
    }
  }
}
