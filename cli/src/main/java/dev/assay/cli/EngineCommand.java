package dev.assay.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code assay engine}: serves the reference engine until the process is ended. */
@Command(name = "engine", description = "Serve the reference engine, a DynamoDB in memory, until Ctrl-C.")
final class EngineCommand implements Callable<Integer> {
  @Option(names = "--port", defaultValue = "8000", paramLabel = "N", description = "Port to listen on; 0 takes a free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(names = "--host", defaultValue = "127.0.0.1", paramLabel = "ADDRESS", description = "Address to listen on (default: ${DEFAULT-VALUE}).")
  private String host = "";

  private final Surroundings surroundings;

  EngineCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    throw new UnsupportedOperationException("engine " + host + port + surroundings.version());
  }
}
