package dev.assay.cli;

import dev.assay.cli.problem.Refusal;
import dev.assay.proxy.ProxySettings;
import dev.assay.proxy.sign.Resigning;
import dev.assay.proxy.tls.UpstreamTrust;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the proxy deals with the stores' TLS and signatures, as options say it. */
final class UpstreamAccess {
  @Option(
      names = "--upstream-ca",
      paramLabel = "FILE",
      description = "PEM file of the authority that signed the stores' certificates.")
  private @Nullable Path authority;

  @Option(names = "--insecure", description = "Believe any certificate of a store: for tests only.")
  private boolean insecure;

  @Option(
      names = "--upstream-profile",
      paramLabel = "NAME",
      description =
          "Sign each request anew with the credentials of this profile of ~/.aws; whoever reaches"
              + " the proxy then acts with them.")
  private @Nullable String profile;

  @Option(
      names = "--upstream-credentials",
      paramLabel = "env",
      description =
          "Sign each request anew with AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, where it is"
              + " set, AWS_SESSION_TOKEN.")
  private @Nullable String credentials;

  @Option(
      names = "--upstream-region",
      paramLabel = "NAME",
      description =
          "Region to sign anew for (default: the upstream's region, else the one that the client"
              + " signed for).")
  private @Nullable String region;

  /**
   * The settings with all of it.
   *
   * @throws Refusal naming the option that is wrong
   */
  ProxySettings into(ProxySettings settings, Map<String, String> environment) {
    ProxySettings trusting = settings.withTrust(trust());
    Optional<Resigning> resigning = resigning(environment);
    return resigning.map(trusting::withResigning).orElse(trusting);
  }

  private UpstreamTrust trust() {
    if (authority != null && insecure) {
      throw Refusal.usage("--upstream-ca and --insecure exclude each other");
    }
    if (authority == null) {
      return insecure ? new UpstreamTrust.Anybody() : new UpstreamTrust.Public();
    }
    if (!Files.isReadable(authority)) {
      throw Refusal.usage("--upstream-ca " + authority + " cannot be read");
    }
    return new UpstreamTrust.Authority(authority);
  }

  private Optional<Resigning> resigning(Map<String, String> environment) {
    if (profile != null && credentials != null) {
      throw Refusal.usage("--upstream-profile and --upstream-credentials exclude each other");
    }
    if (credentials != null && !credentials.equals("env")) {
      throw Refusal.usage("--upstream-credentials must be env, was '" + credentials + "'");
    }
    if (profile == null && credentials == null) {
      if (region != null) {
        throw Refusal.usage(
            "--upstream-region says what to sign anew for, so it needs --upstream-profile or"
                + " --upstream-credentials");
      }
      return Optional.empty();
    }
    return Optional.of(
        new Resigning(
            profile != null ? Keys.ofProfile(profile) : Keys.ofEnvironment(environment),
            Optional.ofNullable(region)));
  }
}
