package dev.assay.cli;

import dev.assay.cli.problem.ExitCode;
import dev.assay.cli.problem.Refusal;
import dev.assay.cli.problem.Suggestion;
import dev.assay.engine.BackgroundSettings;
import dev.assay.engine.Engine;
import dev.assay.engine.EngineSettings;
import dev.assay.engine.api.Wording;
import dev.assay.engine.auth.AuthFile;
import dev.assay.engine.auth.AuthFormatException;
import dev.assay.engine.disk.DataRefusedException;
import dev.assay.engine.disk.DataSettings;
import dev.assay.engine.replication.Shipping;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay engine}: serves the reference engine until the process is ended. */
@Command(
    name = "engine",
    description = "Serve the reference engine, a DynamoDB in memory or on disk, until Ctrl-C.")
final class EngineCommand implements Callable<Integer> {
  private static final int SECONDS_TO_CLOSE = 10;
  private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z0-9]+)+");
  private static final int DEFAULT_PORT = 8000;
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

  /** The exit code of a process that was killed, which a crash is to look like. */
  private static final int KILLED = 137;

  private final Surroundings surroundings;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port to listen on; 0 takes a free one (default: 8000, with --regions 0).")
  private @Nullable Integer port;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      paramLabel = "ADDRESS",
      description = "Address to listen on (default: ${DEFAULT-VALUE}).")
  private String host = "";

  @Option(
      names = "--auth",
      paramLabel = "FILE",
      description =
          "Check signatures and policies against the users in this file (docs/auth-file.md);"
              + " without it any credentials are accepted.")
  private @Nullable Path auth;

  @Option(
      names = "--kinesis-endpoint",
      paramLabel = "URL",
      description = "Where Kinesis destinations deliver; without it none can be enabled.")
  private @Nullable URI kinesisEndpoint;

  @Option(
      names = "--ttl-sweep-seconds",
      defaultValue = "10",
      paramLabel = "N",
      description =
          "Longest time from an item's expiry to its deletion (default: ${DEFAULT-VALUE}).")
  private long ttlSweepSeconds;

  @Option(
      names = "--region",
      defaultValue = "us-east-1",
      paramLabel = "NAME",
      description = "Region of requests that are not signed for one (default: ${DEFAULT-VALUE}).")
  private String region = "";

  @Option(
      names = "--regions",
      split = ",",
      paramLabel = "REGION=PORT",
      description =
          "Regions that have a port of their own besides, such as us-east-1=8001,eu-west-1=8002;"
              + " 0 takes a free port. Whatever arrives at such a port is for its region.")
  private Map<String, Integer> regionPorts = new LinkedHashMap<>();

  @Option(
      names = "--replication-lag-ms",
      defaultValue = "0",
      paramLabel = "N",
      description =
          "How long writes to global tables are on their way to other regions (default:"
              + " ${DEFAULT-VALUE}).")
  private long replicationLagMs;

  @Option(
      names = "--account",
      defaultValue = "000000000000",
      paramLabel = "ID",
      description = "Account of twelve digits that ARNs show (default: ${DEFAULT-VALUE}).")
  private String account = "";

  @Option(
      names = "--wording",
      defaultValue = "newest",
      paramLabel = "NAME",
      description = "newest, or older as the last regions answered (default: ${DEFAULT-VALUE}).")
  private String wording = "";

  @Option(
      names = "--levers",
      paramLabel = "PORT",
      description =
          "Serve the levers that break the engine on purpose on this port of the loopback address"
              + " (0 takes a free one); without it there are none. See 'assay levers'.")
  private @Nullable Integer levers;

  @Option(
      names = "--throttle",
      description =
          "Throttle what goes beyond the capacity of a table, an index or a partition, as the"
              + " service does (300 seconds of unused capacity are saved); without it everything is"
              + " admitted. Auto scaling looks at what is consumed in either case.")
  private boolean throttle;

  @Mixin private final DataOptions data = new DataOptions();

  @Mixin private final Lifecycles lifecycles = new Lifecycles();
  @Mixin private final RecoveryOptions recovery = new RecoveryOptions();

  @Mixin private final Replicas replicas = new Replicas();

  EngineCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    int general = port != null ? port : regionPorts.isEmpty() ? DEFAULT_PORT : 0;
    try (Engine engine = start(HostAndPort.of("--host/--port", host, general))) {
      surroundings
          .out()
          .println(
              "The reference engine serves DynamoDB on "
                  + HostAndPort.url(engine.address())
                  + (auth == null ? " (any credentials, " : " (")
                  + data.place()
                  + ")"
                  + engine
                      .leverAddress()
                      .map(address -> ", its levers on " + HostAndPort.url(address))
                      .orElse("")
                  + "; Ctrl-C ends it.");
      engine
          .regionAddresses()
          .forEach(
              (name, address) ->
                  surroundings
                      .out()
                      .println(
                          "The endpoint of " + name + " is " + HostAndPort.url(address) + "."));
      surroundings
          .out()
          .println("Buckets of exports and imports are " + recovery.place(data.settings()) + ".");
      surroundings.interrupts().onInterrupt(() -> endAndWait(end, closed));
      end.await();
    } finally {
      closed.countDown();
    }
    return ExitCode.OK;
  }

  /** The process ends when its hooks have run: what is on disk is closed before that. */
  private static void endAndWait(CountDownLatch end, CountDownLatch closed) {
    end.countDown();
    try {
      if (!closed.await(SECONDS_TO_CLOSE, TimeUnit.SECONDS)) {
        // Whatever was acknowledged is safe all the same.
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Engine start(InetSocketAddress address) {
    if (ttlSweepSeconds < 1) {
      throw Refusal.usage("--ttl-sweep-seconds must be at least 1, was " + ttlSweepSeconds);
    }
    BackgroundSettings background =
        BackgroundSettings.defaults().withSweepEvery(Duration.ofSeconds(ttlSweepSeconds));
    DataSettings kept = data.settings();
    EngineSettings settings =
        EngineSettings.defaults()
            .withAddress(address)
            .withThreads(Runtime.getRuntime().availableProcessors())
            .withRegionAddresses(regionAddresses(address.getAddress()))
            .withShipping(
                new Shipping(Duration.ofMillis(atLeastZero(replicationLagMs)), Duration.ZERO, 0))
            .withDefaultRegion(named("--region", region, REGION, "a region, such as eu-west-2"))
            .withAccountId(named("--account", account, ACCOUNT, "twelve digits"))
            .withWording(wording(wording))
            .withTransitions(lifecycles.transitions())
            .withReplication(replicas.settings())
            .withRecovery(recovery.settings(kept))
            .withClock(surroundings.clock())
            .withThroughputEnforced(throttle)
            .withBackground(
                kinesisEndpoint == null
                    ? background
                    : background.withKinesisEndpoint(kinesisEndpoint))
            .withAccidents(this::report)
            .withNotices(notice -> surroundings.err().println("assay: " + notice));
    if (levers != null) {
      settings =
          settings
              .withLeverAddress(HostAndPort.of("--levers", "127.0.0.1", levers))
              .withHalt(() -> Runtime.getRuntime().halt(KILLED));
    }
    if (kept != null) {
      settings = settings.withData(kept);
    }
    try {
      return Engine.start(auth == null ? settings : settings.withAuth(users(auth)));
    } catch (DataRefusedException e) {
      throw Refusal.usage(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw cannotListen(settings, e);
    }
  }

  private static long atLeastZero(long ms) {
    if (ms < 0) {
      throw Refusal.usage("--replication-lag-ms must not be negative, was " + ms);
    }
    return ms;
  }

  private Map<String, InetSocketAddress> regionAddresses(InetAddress host) {
    Map<String, InetSocketAddress> addresses = new LinkedHashMap<>();
    regionPorts.forEach(
        (name, port) -> {
          if (port < 0 || port > 65_535) {
            throw Refusal.usage("--regions must name ports from 0 to 65535, was " + port);
          }
          addresses.put(
              named("--regions", name, REGION, "REGION=PORT with a region such as eu-west-2"),
              new InetSocketAddress(host, port));
        });
    return addresses;
  }

  private static String named(String option, String value, Pattern pattern, String expected) {
    if (!pattern.matcher(value).matches()) {
      throw Refusal.usage(option + " must be " + expected + ", was '" + value + "'");
    }
    return value;
  }

  private static Wording wording(String name) {
    return Arrays.stream(Wording.values())
        .filter(known -> label(known).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.usage(
                    "there is no wording '"
                        + name
                        + "'"
                        + Suggestion.forUnknown(
                            name,
                            Arrays.stream(Wording.values()).map(EngineCommand::label).toList())));
  }

  private static String label(Wording wording) {
    return wording.name().toLowerCase(Locale.ROOT);
  }

  private static AuthFile users(Path file) {
    try {
      return AuthFile.read(file);
    } catch (AuthFormatException e) {
      throw Refusal.usage(file + ": " + e.getMessage());
    } catch (IOException e) {
      throw Refusal.usage("the file of --auth cannot be read: " + e.getMessage());
    }
  }

  private static Refusal cannotListen(EngineSettings settings, IOException cause) {
    String reason = String.valueOf(cause.getMessage());
    InetSocketAddress leverAddress = settings.leverAddress();
    boolean byLevers = leverAddress != null && reason.contains(leverAddress.toString());
    InetSocketAddress taken = leverAddress != null && byLevers ? leverAddress : settings.address();
    return reason.contains("in use") && reason.contains(":" + taken.getPort() + ":")
        ? Refusal.usage(
            "port "
                + taken.getPort()
                + " is in use; stop the program that holds it, or choose another with "
                + (byLevers ? "--levers" : "--port"))
        : Refusal.usage(reason);
  }

  private void report(Throwable accident) {
    surroundings.err().println("assay: a defect of the engine, please report it: " + accident);
  }
}
