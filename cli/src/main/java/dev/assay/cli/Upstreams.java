package dev.assay.cli;

import dev.assay.cli.problem.Refusal;
import dev.assay.proxy.route.HealthCheck;
import dev.assay.proxy.route.Routing;
import dev.assay.proxy.route.RoutingPolicy;
import dev.assay.proxy.route.Upstream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The stores behind the proxy and how one is chosen, as options give them. */
final class Upstreams {
  @Option(
      names = "--upstream",
      required = true,
      paramLabel = "URL|NAME=URL[;region=R][;az=A][;weight=N][;priority=primary|secondary]",
      description =
          "The store, for example http://127.0.0.1:8000; or one of several, each with a name.")
  private List<String> upstreams = List.of();

  @Option(
      names = "--routing",
      paramLabel = "POLICY",
      description =
          "How one of several is chosen: signed-region, primary-secondary, latency or weighted"
              + " (default: signed-region, or weighted where no upstream names a region).")
  private @Nullable String routing;

  @Option(
      names = "--health-check",
      paramLabel = "PATH|HEAD:PATH|tcp|none",
      description =
          "What each of several upstreams is asked (default: / where the policy is not"
              + " signed-region).")
  private @Nullable String healthCheck;

  @Option(
      names = "--health-interval",
      paramLabel = "SECONDS",
      description = "Between two checks (default: 10).")
  private @Nullable Double interval;

  @Option(
      names = "--health-timeout",
      paramLabel = "SECONDS",
      description = "How long a check may take (default: 4).")
  private @Nullable Double timeout;

  @Option(
      names = "--failure-threshold",
      paramLabel = "N",
      description = "Failures in a row that make an upstream unhealthy (default: 3).")
  private @Nullable Integer failures;

  @Option(
      names = "--recovery-threshold",
      paramLabel = "N",
      description = "Passes in a row that make it healthy again (default: 3).")
  private @Nullable Integer recoveries;

  /**
   * All of it.
   *
   * @throws Refusal naming the option that is wrong
   */
  Routing routing() {
    try {
      List<Upstream> read = upstreams.stream().map(Upstream::parse).toList();
      if (read.size() > 1 && !upstreams.stream().allMatch(Upstream::isNamed)) {
        throw Refusal.usage(
            "each of several --upstream needs a name, for example --upstream"
                + " a=http://127.0.0.1:8000");
      }
      RoutingPolicy policy = policy(read);
      return new Routing(read, policy, health(policy));
    } catch (IllegalArgumentException e) {
      throw Refusal.usage("--" + e.getMessage());
    }
  }

  private RoutingPolicy policy(List<Upstream> read) {
    if (routing != null) {
      return RoutingPolicy.of(routing);
    }
    return read.size() > 1 && read.stream().allMatch(upstream -> upstream.region().isEmpty())
        ? RoutingPolicy.WEIGHTED
        : RoutingPolicy.SIGNED_REGION;
  }

  private Optional<HealthCheck> health(RoutingPolicy policy) {
    HealthCheck.Kind kind;
    if (healthCheck == null) {
      boolean tuned = interval != null || timeout != null || failures != null || recoveries != null;
      if (!tuned && (policy == RoutingPolicy.SIGNED_REGION || upstreams.size() == 1)) {
        return Optional.empty();
      }
      kind = HealthCheck.DEFAULT.kind();
    } else if (healthCheck.equals("none")) {
      if (policy == RoutingPolicy.LATENCY) {
        throw Refusal.usage(
            "--routing latency measures by health checks, so --health-check none cannot be");
      }
      return Optional.empty();
    } else {
      kind = kind(healthCheck);
    }
    return Optional.of(
        new HealthCheck(
            kind,
            seconds("--health-interval", interval, HealthCheck.DEFAULT.interval()),
            seconds("--health-timeout", timeout, HealthCheck.DEFAULT.timeout()),
            threshold("--failure-threshold", failures, HealthCheck.DEFAULT.failureThreshold()),
            threshold(
                "--recovery-threshold", recoveries, HealthCheck.DEFAULT.recoveryThreshold())));
  }

  private static HealthCheck.Kind kind(String text) {
    if (text.equals("tcp")) {
      return new HealthCheck.Kind.Tcp();
    }
    String path = text.startsWith("HEAD:") ? text.substring(5) : text;
    if (!path.startsWith("/") || path.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw Refusal.usage(
          "--health-check must be a path such as /healthz, HEAD:/healthz, tcp or none, was '"
              + text
              + "'");
    }
    return new HealthCheck.Kind.Http(text.startsWith("HEAD:") ? "HEAD" : "GET", path);
  }

  private static Duration seconds(String option, @Nullable Double given, Duration otherwise) {
    if (given == null) {
      return otherwise;
    }
    if (!(given >= 0.01 && given <= 3600)) {
      throw Refusal.usage(option + " must be between 0.01 and 3600 seconds, was " + given);
    }
    return Duration.ofNanos(Math.round(given * 1e9));
  }

  private static int threshold(String option, @Nullable Integer given, int otherwise) {
    int value = given != null ? given : otherwise;
    if (value < 1 || value > 100) {
      throw Refusal.usage(option + " must be between 1 and 100, was " + value);
    }
    return value;
  }
}
