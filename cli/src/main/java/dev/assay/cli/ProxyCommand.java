package dev.assay.cli;

import dev.assay.cli.problem.ExitCode;
import dev.assay.cli.problem.Refusal;
import dev.assay.fault.ActiveRule;
import dev.assay.fault.Rule;
import dev.assay.proxy.JournalFailure;
import dev.assay.proxy.ProxyServer;
import dev.assay.proxy.ProxySettings;
import dev.assay.proxy.ProxyStartException;
import dev.assay.proxy.journal.JournalException;
import dev.assay.proxy.route.Routing;
import dev.assay.proxy.route.Upstream;
import dev.assay.proxy.tls.ServerIdentity;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay proxy}: stands between clients and a store until the process is ended. */
@Command(
    name = "proxy",
    description =
        "Stand between clients and a store, inject faults and keep a journal, until Ctrl-C.")
final class ProxyCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);

  private final Surroundings surroundings;

  @Option(
      names = "--listen",
      required = true,
      paramLabel = "HOST:PORT",
      description = "Where clients connect; port 0 takes a free one.")
  private String listen = "";

  @Mixin private final Upstreams upstreams = new Upstreams();

  @Mixin private final UpstreamAccess access = new UpstreamAccess();

  @Mixin private final ProxyTls tls = new ProxyTls();

  @Option(
      names = "--control",
      required = true,
      paramLabel = "PORT",
      description = "Port of the JSON control API, on the loopback address; 0 takes a free one.")
  private int control;

  @Option(
      names = "--journal",
      paramLabel = "DIR",
      description = "Where the journal is kept (default: a new folder under reports/runs).")
  private @Nullable Path journal;

  @Option(
      names = "--journal-body-bytes",
      defaultValue = "65536",
      paramLabel = "N",
      description = "How much of each body the journal keeps (default: ${DEFAULT-VALUE}).")
  private int journalBodyBytes;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Event loops (default: by processors, at most 4).")
  private @Nullable Integer threads;

  @Option(
      names = "--on-journal-failure",
      defaultValue = "refuse",
      paramLabel = "refuse|continue",
      description =
          "What becomes of requests once the journal cannot be written, say because the disk is"
              + " full (default: ${DEFAULT-VALUE}).")
  private String onJournalFailure = "";

  @Option(
      names = "--seed",
      defaultValue = "0",
      paramLabel = "N",
      description =
          "Seed of rules that have none of their own, and of routing (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--rule",
      paramLabel = "FILE|JSON",
      description =
          "A fault rule, or an array of them, in force before the first request; may be repeated."
              + " docs/faults.md has the vocabulary.")
  private List<String> rules = List.of();

  @Option(
      names = "--max-active-faults",
      paramLabel = "N",
      description =
          "At most so many requests suffer faults at the same time (default: any number).")
  private @Nullable Long maxActiveFaults;

  ProxyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    ProxySettings settings = settings();
    List<Rule> given = rules.stream().flatMap(r -> RuleSource.read("--rule", r).stream()).toList();
    if (maxActiveFaults != null && maxActiveFaults < 0) {
      throw Refusal.usage("--max-active-faults must not be negative, was " + maxActiveFaults);
    }
    try (ProxyServer proxy = start(settings)) {
      given.forEach(proxy.rules()::put);
      if (maxActiveFaults != null) {
        proxy.rules().maxActive(OptionalLong.of(maxActiveFaults));
      }
      surroundings
          .out()
          .printf(
              "The proxy forwards %s to %s%n  control  %s%n  journal  %s%n",
              HostAndPort.url(settings.identity().isPresent(), proxy.address()),
              destinations(settings),
              HostAndPort.url(proxy.controlAddress()),
              settings.journalFolder());
      settings.identity().ifPresent(this::sayWhatToTrust);
      surroundings.out().printf("Ctrl-C ends it.%n");
      proxy.journal().whenFailed(failure -> sayWhatItMeans(failure, settings));
      surroundings.interrupts().onInterrupt(end::countDown);
      end.await();
      warnOfIdleRules(proxy);
    }
    return ExitCode.OK;
  }

  private void warnOfIdleRules(ProxyServer proxy) {
    for (ActiveRule rule : proxy.rules().current().rules()) {
      if (rule.calls() == 0) {
        surroundings
            .err()
            .println("assay: warning: " + rule.rule().id() + ": no request has matched this rule");
      }
    }
  }

  private ProxySettings settings() {
    Path folder =
        journal != null
            ? journal.toAbsolutePath()
            : surroundings
                .root()
                .resolve("reports/runs")
                .resolve(TIME.format(surroundings.clock().instant()) + "-proxy");
    Routing routing = upstreams.routing();
    ProxySettings plain =
        ProxySettings.of(routing.upstreams().getFirst().address(), folder)
            .withRouting(routing)
            .withListen(HostAndPort.parse("--listen", listen))
            .withControl(HostAndPort.of("--control", "127.0.0.1", control))
            .withJournalBodyBytes(journalBodyBytes())
            .withJournalFailure(journalFailure())
            .withClock(surroundings.clock())
            .withSeed(seed);
    ProxySettings settings = access.into(threads(plain), surroundings.environment());
    return tls.identity(folder).map(settings::withIdentity).orElse(settings);
  }

  private ProxySettings threads(ProxySettings settings) {
    if (threads == null) {
      return settings;
    }
    if (threads < 1 || threads > 256) {
      throw Refusal.usage("--threads must be between 1 and 256, was " + threads);
    }
    return settings.withThreads(threads);
  }

  private int journalBodyBytes() {
    if (journalBodyBytes < 0 || journalBodyBytes > ProxySettings.MAX_BODY_BYTES) {
      throw Refusal.usage(
          "--journal-body-bytes must be between 0 and "
              + ProxySettings.MAX_BODY_BYTES
              + ", was "
              + journalBodyBytes);
    }
    return journalBodyBytes;
  }

  private JournalFailure journalFailure() {
    return switch (onJournalFailure) {
      case "refuse" -> JournalFailure.REFUSE;
      case "continue" -> JournalFailure.CONTINUE;
      default ->
          throw Refusal.usage(
              "--on-journal-failure must be refuse or continue, was '" + onJournalFailure + "'");
    };
  }

  private static String destinations(ProxySettings settings) {
    Routing routing = settings.routing();
    return routing.upstreams().size() == 1
        ? settings.upstream().toString()
        : routing.upstreams().stream().map(Upstream::toString).collect(Collectors.joining(" "))
            + " by "
            + routing.policy().word();
  }

  private void sayWhatItMeans(JournalException failure, ProxySettings settings) {
    surroundings
        .err()
        .println(
            "assay: "
                + failure.getMessage()
                + switch (settings.journalFailure()) {
                  case REFUSE -> " Requests are refused from now on.";
                  case CONTINUE -> " Requests go on, and nothing records them.";
                });
  }

  private void sayWhatToTrust(ServerIdentity identity) {
    switch (identity) {
      case ServerIdentity.SelfSigned(Path certificate) ->
          surroundings.out().printf("  certificate  %s (for clients to trust)%n", certificate);
      case ServerIdentity.Pem pem -> {
        // The user knows it.
      }
    }
  }

  private static ProxyServer start(ProxySettings settings) {
    try {
      return ProxyServer.start(settings);
    } catch (ProxyStartException | JournalException e) {
      throw Refusal.usage(String.valueOf(e.getMessage()));
    }
  }
}
