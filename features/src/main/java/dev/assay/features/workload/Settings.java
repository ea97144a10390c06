package dev.assay.features.workload;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * How much load, from whom, to where, and until when.
 *
 * @param places at least one; the table is made at the first
 * @param clients how many, each of which asks one thing at a time; 1 to 512
 * @param rate operations a second that fall due, however long they take; above 0
 * @param operations after how many to end
 * @param duration after how long to end; with neither it goes on until it is stopped
 * @param seed of kinds of operations, keys and values
 * @param parameters of the workload by name; what is missing has its default
 * @param prefix what the table's name starts with
 * @param attemptTimeout how long one request may take
 * @param callTimeout how long an operation may take with all its attempts
 * @param attempts how many requests the SDK may make of an operation; the SDK's own default when
 *     empty
 * @param strongRegions whether its regions are strongly consistent with each other (MRSC)
 */
public record Settings(
    List<Place> places,
    Supplier<AwsCredentialsIdentity> credentials,
    int clients,
    double rate,
    OptionalLong operations,
    Optional<Duration> duration,
    long seed,
    Map<String, Long> parameters,
    String prefix,
    Duration attemptTimeout,
    Duration callTimeout,
    OptionalInt attempts,
    boolean strongRegions) {

  /** Most clients of one run. */
  public static final int MOST_CLIENTS = 512;

  public Settings {
    if (places.isEmpty()) {
      throw new IllegalArgumentException("a workload needs at least one place");
    }
    if (clients < 1 || clients > MOST_CLIENTS) {
      throw new IllegalArgumentException(
          "clients must be 1 to " + MOST_CLIENTS + ", was " + clients);
    }
    if (!(rate > 0)) {
      throw new IllegalArgumentException("rate must be above 0, was " + rate);
    }
    places = List.copyOf(places);
    parameters = Map.copyOf(parameters);
  }

  /** Ten clients, a hundred operations a second, until it is stopped. */
  public static Settings of(
      List<Place> places, Supplier<AwsCredentialsIdentity> credentials, long seed) {
    return new Settings(
        places,
        credentials,
        10,
        100,
        OptionalLong.empty(),
        Optional.empty(),
        seed,
        Map.of(),
        "assay",
        Duration.ofSeconds(2),
        Duration.ofSeconds(10),
        OptionalInt.empty(),
        false);
  }

  public Settings withLoad(int manyClients, double operationsPerSecond) {
    return new Settings(
        places,
        credentials,
        manyClients,
        operationsPerSecond,
        operations,
        duration,
        seed,
        parameters,
        prefix,
        attemptTimeout,
        callTimeout,
        attempts,
        strongRegions);
  }

  public Settings withEnd(OptionalLong afterOperations, Optional<Duration> after) {
    return new Settings(
        places,
        credentials,
        clients,
        rate,
        afterOperations,
        after,
        seed,
        parameters,
        prefix,
        attemptTimeout,
        callTimeout,
        attempts,
        strongRegions);
  }

  public Settings withParameters(Map<String, Long> chosen) {
    return new Settings(
        places,
        credentials,
        clients,
        rate,
        operations,
        duration,
        seed,
        chosen,
        prefix,
        attemptTimeout,
        callTimeout,
        attempts,
        strongRegions);
  }

  public Settings withPrefix(String start) {
    return new Settings(
        places,
        credentials,
        clients,
        rate,
        operations,
        duration,
        seed,
        parameters,
        start,
        attemptTimeout,
        callTimeout,
        attempts,
        strongRegions);
  }

  public Settings withPatience(Duration attempt, Duration call, OptionalInt mostAttempts) {
    return new Settings(
        places,
        credentials,
        clients,
        rate,
        operations,
        duration,
        seed,
        parameters,
        prefix,
        attempt,
        call,
        mostAttempts,
        strongRegions);
  }

  public Settings withStrongRegions(boolean strong) {
    return new Settings(
        places,
        credentials,
        clients,
        rate,
        operations,
        duration,
        seed,
        parameters,
        prefix,
        attemptTimeout,
        callTimeout,
        attempts,
        strong);
  }
}
