package dev.assay.cli;

import dev.assay.cli.certify.Subject;
import dev.assay.cli.problem.Refusal;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Which store, with its further regions and what breaks it on purpose. */
final class SiteOptions {
  @Mixin private final StoreOptions store = new StoreOptions();

  @Option(
      names = "--region-endpoint",
      paramLabel = "REGION=URL",
      description =
          "With --endpoint, the endpoint of another region of the same account; repeatable.")
  private Map<String, String> regionEndpoints = new LinkedHashMap<>();

  @Option(
      names = "--levers",
      paramLabel = "URL",
      description =
          "With --endpoint or --target, where its levers are served (docs/levers.md), for example"
              + " http://127.0.0.1:8001; the engine of this process has its own.")
  private @Nullable String levers;

  /**
   * The store that is meant, with its levers if it is somebody else's.
   *
   * @throws Refusal when two are given, when the target is unknown or a URL is none
   */
  Subject subject() {
    return store.subject() instanceof Subject.Remote remote
        ? new Subject.Remote(remote.endpoint(), levers())
        : store.subject();
  }

  /**
   * Whether levers are named, of whatever store.
   *
   * @throws Refusal when the URL is none
   */
  boolean givesLevers() {
    return leverUrl().isPresent();
  }

  private Optional<URI> leverUrl() {
    return Optional.ofNullable(levers).map(text -> StoreUrl.of("--levers", text));
  }

  /**
   * Where the levers of a store are that is not the engine of this process.
   *
   * @throws Refusal when they are that engine's, or the URL is none
   */
  Optional<URI> levers() {
    if (levers != null && store.subject() instanceof Subject.ReferenceEngine) {
      throw Refusal.usage("--levers only goes with --endpoint or --target");
    }
    return leverUrl();
  }

  /**
   * The endpoints of the store's further regions.
   *
   * @param own the region of its own endpoint
   * @throws Refusal when one is that region's, when they are of no --endpoint or a URL is none
   */
  Map<String, URI> regionEndpoints(String own) {
    if (!regionEndpoints.isEmpty() && !(store.subject() instanceof Subject.Remote)) {
      throw Refusal.usage("--region-endpoint only goes with --endpoint");
    }
    Map<String, URI> urls = new LinkedHashMap<>();
    regionEndpoints.forEach(
        (name, text) -> {
          if (name.equals(own)) {
            throw Refusal.usage(
                "--region-endpoint names " + own + ", which is the region of --endpoint already");
          }
          urls.put(name, StoreUrl.of("--region-endpoint", text));
        });
    return urls;
  }

  String region(Subject subject, Map<String, String> environment) {
    return store.region(subject, environment);
  }

  Supplier<AwsCredentialsIdentity> credentials(Map<String, String> environment, boolean amazon) {
    return store.credentials(environment, amazon);
  }

  /** The same site with the same seed again, to which more options are added. */
  List<String> rerun(String command, long seed) {
    List<String> words = new ArrayList<>(store.rerun(command, seed));
    if (levers != null) {
      words.addAll(List.of("--levers", levers));
    }
    regionEndpoints.forEach(
        (name, url) -> words.addAll(List.of("--region-endpoint", name + "=" + url)));
    return List.copyOf(words);
  }
}
