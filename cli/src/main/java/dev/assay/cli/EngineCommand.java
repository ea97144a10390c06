package dev.assay.cli;

import dev.assay.cli.problem.ExitCode;
import dev.assay.cli.problem.Refusal;
import dev.assay.engine.Engine;
import dev.assay.engine.EngineSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code assay engine}: serves the reference engine until the process is ended. */
@Command(
    name = "engine",
    description = "Serve the reference engine, a DynamoDB in memory, until Ctrl-C.")
final class EngineCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--port",
      defaultValue = "8000",
      paramLabel = "N",
      description = "Port to listen on; 0 takes a free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      paramLabel = "ADDRESS",
      description = "Address to listen on (default: ${DEFAULT-VALUE}).")
  private String host = "";

  EngineCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    try (Engine engine = start(HostAndPort.of("--host/--port", host, port))) {
      surroundings
          .out()
          .println(
              "The reference engine serves DynamoDB on "
                  + HostAndPort.url(engine.address())
                  + " (any credentials, in memory); Ctrl-C ends it.");
      surroundings.interrupts().onInterrupt(end::countDown);
      end.await();
    }
    return ExitCode.OK;
  }

  private Engine start(InetSocketAddress address) {
    try {
      return Engine.start(
          EngineSettings.defaults()
              .withAddress(address)
              .withThreads(Runtime.getRuntime().availableProcessors())
              .withClock(surroundings.clock())
              .withAccidents(this::report));
    } catch (IOException e) {
      throw cannotListen(address, e);
    }
  }

  private static Refusal cannotListen(InetSocketAddress address, IOException cause) {
    String reason = String.valueOf(cause.getMessage());
    return reason.contains("in use")
        ? Refusal.usage(
            "port "
                + address.getPort()
                + " is in use; stop the program that holds it, or choose another with --port")
        : Refusal.usage(reason);
  }

  private void report(Throwable accident) {
    surroundings.err().println("assay: a defect of the engine, please report it: " + accident);
  }
}
