package dev.assay.cli;

import dev.assay.cli.certify.Subject;
import dev.assay.cli.problem.Refusal;
import dev.assay.cli.target.Targets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Which store, and how its requests are signed. */
final class StoreOptions {
  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "A store that is running, for example http://127.0.0.1:8000.")
  private @Nullable String endpoint;

  @Option(
      names = "--target",
      paramLabel = "NAME",
      description = "A known store to start and stop; see 'assay targets'.")
  private @Nullable String target;

  @Option(
      names = "--region",
      paramLabel = "NAME",
      description = "Region to sign for (default: the endpoint's, AWS_REGION, or us-east-1).")
  private @Nullable String region;

  @Mixin private final Keys keys = new Keys();

  /**
   * The store that is meant.
   *
   * @throws Refusal when two are given, when the target is unknown or the endpoint no URL
   */
  Subject subject() {
    if (endpoint != null && target != null) {
      throw Refusal.usage("--endpoint and --target exclude each other");
    }
    if (target != null) {
      return new Subject.Known(Targets.named(target));
    }
    return endpoint == null
        ? new Subject.ReferenceEngine()
        : new Subject.Remote(StoreUrl.of("--endpoint", endpoint));
  }

  String region(Subject subject, Map<String, String> environment) {
    return Region.of(region, subject, environment);
  }

  Supplier<AwsCredentialsIdentity> credentials(Map<String, String> environment, boolean amazon) {
    return keys.credentials(environment, amazon);
  }

  /**
   * The same store with the same seed again, to which more options are added. Keys are left out: a
   * profile or the environment gives them.
   */
  List<String> rerun(String command, long seed) {
    List<String> words = new ArrayList<>(List.of("./assay", command));
    add(words, "--target", target);
    add(words, "--endpoint", endpoint);
    add(words, "--region", region);
    add(words, "--profile", keys.profile());
    add(words, "--seed", Long.toString(seed));
    return List.copyOf(words);
  }

  private static void add(List<String> words, String option, @Nullable String value) {
    if (value != null) {
      words.add(option);
      words.add(value);
    }
  }
}
