package dev.assay.cli;

import dev.assay.cli.problem.Refusal;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Whose keys sign the requests: given on the command line, by a profile, or in the environment. */
final class Keys {
  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "Profile of ~/.aws that holds the credentials.")
  private @Nullable String profile;

  @Option(
      names = "--access-key",
      paramLabel = "ID",
      description = "Access key id (or AWS_ACCESS_KEY_ID).")
  private @Nullable String accessKey;

  @Option(
      names = "--secret-key",
      paramLabel = "KEY",
      description =
          "Secret key; others on this machine can see it, AWS_SECRET_ACCESS_KEY hides it.")
  private @Nullable String secretKey;

  @Option(
      names = "--session-token",
      paramLabel = "TOKEN",
      description = "Session token (or AWS_SESSION_TOKEN).")
  private @Nullable String sessionToken;

  /** The profile that was named, if one was. */
  @Nullable String profile() {
    return profile;
  }

  /**
   * Where credentials come from, asked at each request.
   *
   * @param required whether the endpoint is known to check them; others get invented ones when
   *     there are none
   * @throws Refusal when they are incomplete or cannot be had
   */
  Supplier<AwsCredentialsIdentity> credentials(Map<String, String> environment, boolean required) {
    if (profile != null && accessKey != null) {
      throw Refusal.usage("--profile and --access-key exclude each other");
    }
    if (profile != null) {
      return ofProfile(profile);
    }
    if (accessKey != null || secretKey != null || sessionToken != null) {
      return fixed(
          accessKey, secretKey, sessionToken, "--access-key and --secret-key belong together");
    }
    String id = environment.get("AWS_ACCESS_KEY_ID");
    if (id != null) {
      return fixed(
          id,
          environment.get("AWS_SECRET_ACCESS_KEY"),
          environment.get("AWS_SESSION_TOKEN"),
          "AWS_ACCESS_KEY_ID is set and AWS_SECRET_ACCESS_KEY is not");
    }
    if (required) {
      return ofProfile(environment.getOrDefault("AWS_PROFILE", "default"));
    }
    AwsCredentialsIdentity invented = AwsCredentialsIdentity.create("assay", "assay");
    return () -> invented;
  }

  /** Those of the environment's variables, which must be there. */
  static Supplier<AwsCredentialsIdentity> ofEnvironment(Map<String, String> environment) {
    return fixed(
        environment.get("AWS_ACCESS_KEY_ID"),
        environment.get("AWS_SECRET_ACCESS_KEY"),
        environment.get("AWS_SESSION_TOKEN"),
        "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY must both be set");
  }

  private static Supplier<AwsCredentialsIdentity> fixed(
      @Nullable String id, @Nullable String secret, @Nullable String token, String incomplete) {
    if (id == null || secret == null) {
      throw Refusal.usage(incomplete);
    }
    AwsCredentialsIdentity keys =
        token == null
            ? AwsCredentialsIdentity.create(id, secret)
            : AwsSessionCredentialsIdentity.create(id, secret, token);
    return () -> keys;
  }

  /** Those of a profile of {@code ~/.aws}. */
  static Supplier<AwsCredentialsIdentity> ofProfile(String name) {
    try {
      ProfileCredentialsProvider provider = ProfileCredentialsProvider.create(name);
      var unused = provider.resolveCredentials();
      return provider::resolveCredentials;
    } catch (SdkClientException | IllegalArgumentException e) {
      throw Refusal.usage("profile '" + name + "' gives no credentials: " + e.getMessage());
    }
  }
}
