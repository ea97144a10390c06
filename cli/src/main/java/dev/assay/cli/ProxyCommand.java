package dev.assay.cli;

import dev.assay.cli.problem.ExitCode;
import dev.assay.cli.problem.Refusal;
import dev.assay.fault.ActiveRule;
import dev.assay.fault.Rule;
import dev.assay.proxy.ProxyServer;
import dev.assay.proxy.ProxySettings;
import dev.assay.proxy.ProxyStartException;
import dev.assay.proxy.journal.JournalException;
import dev.assay.proxy.route.UpstreamAddress;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

  @Option(
      names = "--upstream",
      required = true,
      paramLabel = "URL",
      description = "The store, for example http://127.0.0.1:8000.")
  private String upstream = "";

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
      names = "--seed",
      defaultValue = "0",
      paramLabel = "N",
      description = "Seed of rules that have none of their own (default: ${DEFAULT-VALUE}).")
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
              "The proxy forwards %s to %s%n  control  %s%n  journal  %s%nCtrl-C ends it.%n",
              HostAndPort.url(proxy.address()),
              settings.upstream(),
              HostAndPort.url(proxy.controlAddress()),
              settings.journalFolder());
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
    return ProxySettings.of(upstream(), folder)
        .withListen(HostAndPort.parse("--listen", listen))
        .withControl(HostAndPort.of("--control", "127.0.0.1", control))
        .withSeed(seed);
  }

  private UpstreamAddress upstream() {
    try {
      return UpstreamAddress.parse(upstream);
    } catch (IllegalArgumentException e) {
      throw Refusal.usage("--" + e.getMessage());
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
