package dev.assay.cli.target;

import dev.assay.cli.problem.Refusal;
import dev.assay.cli.process.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Amazon's DynamoDB Local, from Maven by its coordinates. */
final class DynamoDbLocal implements Target {
  @Override
  public String name() {
    return "dynamodb-local";
  }

  @Override
  public String title() {
    return "DynamoDB Local";
  }

  @Override
  public String version() {
    return "3.3.1";
  }

  @Override
  public String needs() {
    return "network for the first time; linux-amd64, macOS or Windows for its SQLite library";
  }

  @Override
  public Optional<String> missing(Workshop workshop) {
    return workshop.isFetched(this) || Files.isExecutable(workshop.root().resolve("mvnw"))
        ? Optional.empty()
        : Optional.of(
            "DynamoDB Local is fetched with ./mvnw, which is not in "
                + workshop.root()
                + ": please start Assay by ./assay");
  }

  @Override
  public void fetch(Path home, Workshop workshop) {
    try {
      Path pom = home.resolve("pom.xml");
      try (InputStream resource =
          DynamoDbLocal.class.getResourceAsStream("dynamodb-local.pom.xml")) {
        Files.copy(java.util.Objects.requireNonNull(resource, "dynamodb-local.pom.xml"), pom);
      }
      Tool.Result maven = copyDependencies(pom, home.resolve("lib"), workshop);
      if (maven.exitCode() != 0) {
        throw Refusal.unreachable(
            "Maven could not fetch DynamoDB Local " + version() + ":\n" + maven.lastLines(8));
      }
      layNativeLibraries(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Tool.Result copyDependencies(Path pom, Path lib, Workshop workshop) {
    return Tool.run(
        List.of(
            workshop.root().resolve("mvnw").toString(),
            "--quiet",
            "--batch-mode",
            "--no-transfer-progress",
            "--file",
            pom.toString(),
            "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies",
            "-DincludeScope=runtime",
            "-DoutputDirectory=" + lib),
        workshop.root(),
        Map.of("JAVA_HOME", workshop.javaHome().toString()));
  }

  /**
   * sqlite4java asks the JVM for its library by the plain name, Maven's file name carries the
   * version.
   */
  private static void layNativeLibraries(Path home) throws IOException {
    Path nativeLibraries = Files.createDirectories(home.resolve("native"));
    try (Stream<Path> files = Files.list(home.resolve("lib"))) {
      for (Path file : files.filter(DynamoDbLocal::isNative).toList()) {
        String plain = file.getFileName().toString().replaceFirst("-\\d[\\d.]*(?=\\.[a-z]+$)", "");
        Files.move(file, nativeLibraries.resolve(plain));
      }
    }
  }

  private static boolean isNative(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".so") || name.endsWith(".dylib") || name.endsWith(".dll");
  }

  @Override
  public List<String> command(Path home, int port, Workshop workshop) {
    return List.of(
        workshop.javaHome().resolve("bin/java").toString(),
        "-Xmx512m",
        "-XX:+UseSerialGC",
        "-Djava.library.path=" + home.resolve("native"),
        "-Dsqlite4java.library.path=" + home.resolve("native"),
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        home.resolve("lib") + "/*",
        "software.amazon.dynamodb.services.local.main.ServerRunner",
        "-inMemory",
        "-disableTelemetry",
        "-port",
        Integer.toString(port));
  }

  /** While others work, it answers now and then to CreateTable or UpdateTable with status 500. */
  @Override
  public int parallelScenarios() {
    return 1;
  }
}
