package dev.assay.cli.target;

import dev.assay.cli.problem.Refusal;
import dev.assay.cli.process.Tool;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** dynalite, DynamoDB over LevelDB in JavaScript, from npm. */
final class Dynalite implements Target {
  @Override
  public String name() {
    return "dynalite";
  }

  @Override
  public String title() {
    return "dynalite";
  }

  @Override
  public String version() {
    return "4.0.0";
  }

  @Override
  public String needs() {
    return "node 20 or newer and npm; network for the first time";
  }

  @Override
  public Optional<String> missing(Workshop workshop) {
    if (Tool.find("node", workshop.path()).isEmpty()) {
      return Optional.of(
          "dynalite needs node, which is not on the PATH: please install Node.js 20 or newer");
    }
    if (!workshop.isFetched(this) && Tool.find("npm", workshop.path()).isEmpty()) {
      return Optional.of(
          "dynalite is fetched with npm, which is not on the PATH: please install npm");
    }
    return Optional.empty();
  }

  @Override
  public void fetch(Path home, Workshop workshop) {
    Tool.Result npm =
        Tool.run(
            List.of(
                "npm",
                "install",
                "--no-audit",
                "--no-fund",
                "--loglevel=error",
                "--prefix",
                home.toString(),
                "dynalite@" + version()),
            home,
            Map.of());
    if (npm.exitCode() != 0) {
      throw Refusal.unreachable(
          "npm could not fetch dynalite@" + version() + ":\n" + npm.lastLines(8));
    }
  }

  @Override
  public List<String> command(Path home, int port, Workshop workshop) {
    return List.of(
        "node",
        home.resolve("node_modules/dynalite/cli.js").toString(),
        "--host",
        "127.0.0.1",
        "--port",
        Integer.toString(port),
        // It imitates the service's slow tables by sleeping; nothing that is certified depends on
        // it.
        "--createTableMs",
        "0",
        "--deleteTableMs",
        "0",
        "--updateTableMs",
        "0");
  }

  /** One malformed request ends its process, and its tables with it. */
  @Override
  public int parallelScenarios() {
    return 1;
  }
}
