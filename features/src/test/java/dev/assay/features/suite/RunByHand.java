package dev.assay.features.suite;

import dev.assay.features.result.Failure;
import dev.assay.features.result.Outcome;
import dev.assay.features.result.RunListener;
import dev.assay.features.result.RunSummary;
import dev.assay.features.result.ScenarioRecord;
import dev.assay.features.wire.Endpoint;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * For those who write scenarios: runs them against an endpoint and prints what does not pass.
 *
 * <p>Arguments: endpoint URL, then ids, or one tag expression; {@code control=URL} names the
 * proxy's control API, {@code verbose} prints passes too, {@code parallel=N} runs N at once.
 */
final class RunByHand {
  private RunByHand() {}

  public static void main(String[] args) throws Exception {
    List<String> words = List.of(args).subList(1, args.length);
    Optional<URI> control =
        words.stream()
            .filter(w -> w.startsWith("control="))
            .map(w -> URI.create(w.substring(8)))
            .findFirst();
    int parallel =
        words.stream()
            .filter(w -> w.startsWith("parallel="))
            .map(w -> Integer.parseInt(w.substring(9)))
            .findFirst()
            .orElse(4);
    Optional<String> tags = words.stream().filter(w -> w.contains("@")).findFirst();
    Set<String> ids =
        words.stream()
            .filter(w -> w.matches("[A-Z0-9-]+(:.*)?"))
            .collect(java.util.stream.Collectors.toSet());
    SuiteSettings settings =
        new SuiteSettings(
            Endpoint.of(URI.create(args[0]), "us-east-1"),
            List.of(),
            () -> AwsCredentialsIdentity.create("AKIAIOSFODNN7EXAMPLE", "secret"),
            control,
            Optional.empty(),
            Optional.empty(),
            new SuiteSettings.Selection(tags, ids, Set.of()),
            parallel,
            false,
            "assay",
            System.nanoTime(),
            Duration.ofSeconds(20),
            Duration.ofSeconds(60));
    Suite suite = new Suite(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> suite.cancel(Duration.ofSeconds(20))));
    RunSummary summary = suite.run(new Printer(words.contains("verbose")));
    System.out.printf(
        "%d scenarios %s divergence %.1f%% coverage %.1f%% in %d ms, left over: %s%n",
        summary.total(),
        summary.counts(),
        summary.divergence() * 100,
        summary.coverage() * 100,
        summary.took().toMillis(),
        summary.leftoverTables());
    Runtime.getRuntime().halt(0);
  }

  private record Printer(boolean verbose) implements RunListener {
    @Override
    public void scenarioFinished(ScenarioRecord result) {
      if (result.outcome() == Outcome.PASS && !verbose) {
        return;
      }
      System.out.printf(
          "%s %s %s (%d ms)%n    %s:%d%n",
          result.outcome(),
          result.spec().id(),
          result.spec().name(),
          result.took().toMillis(),
          result.spec().file(),
          result.spec().line());
      result.reason().ifPresent(reason -> System.out.println("    " + reason));
      result.failure().ifPresent(Printer::print);
    }

    private static void print(Failure failure) {
      System.out.println("    step: " + failure.step());
      System.out.println("    " + failure.message());
      System.out.println("    expected: " + brief(failure.expected()));
      System.out.println("    actual:   " + brief(failure.actual()));
      failure.trace().ifPresent(trace -> System.out.println(brief(trace)));
    }

    private static String brief(String text) {
      return (text.length() > 1500 ? text.substring(0, 1500) + "..." : text)
          .replace("\n", "\n      ");
    }
  }
}
