package dev.assay.features.workload;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * How much load, from whom, to where, and until when. Immutable: each {@code with} makes another.
 */
public final class Settings {
  /** Most clients of one run. */
  public static final int MOST_CLIENTS = 512;

  private final List<Place> places;
  private final Supplier<AwsCredentialsIdentity> credentials;
  private final long seed;
  private int clients = 10;
  private double rate = 100;
  private OptionalLong operations = OptionalLong.empty();
  private Optional<Duration> duration = Optional.empty();
  private Map<String, Long> parameters = Map.of();
  private String prefix = "assay";
  private Duration attemptTimeout = Duration.ofSeconds(2);
  private Duration callTimeout = Duration.ofSeconds(10);
  private OptionalInt attempts = OptionalInt.empty();
  private boolean strongRegions;

  private Settings(List<Place> places, Supplier<AwsCredentialsIdentity> credentials, long seed) {
    this.places = List.copyOf(places);
    this.credentials = credentials;
    this.seed = seed;
  }

  /**
   * Ten clients, a hundred operations a second, until it is stopped.
   *
   * @param places at least one; the table is made at the first
   * @param seed of kinds of operations, keys and values
   */
  public static Settings of(
      List<Place> places, Supplier<AwsCredentialsIdentity> credentials, long seed) {
    if (places.isEmpty()) {
      throw new IllegalArgumentException("a workload needs at least one place");
    }
    return new Settings(places, credentials, seed);
  }

  private Settings changed(Consumer<Settings> change) {
    Settings copy = new Settings(places, credentials, seed);
    copy.clients = clients;
    copy.rate = rate;
    copy.operations = operations;
    copy.duration = duration;
    copy.parameters = parameters;
    copy.prefix = prefix;
    copy.attemptTimeout = attemptTimeout;
    copy.callTimeout = callTimeout;
    copy.attempts = attempts;
    copy.strongRegions = strongRegions;
    change.accept(copy);
    return copy;
  }

  /**
   * With another load.
   *
   * @param manyClients how many, each of which asks one thing at a time; 1 to 512
   * @param operationsPerSecond that fall due, however long they take; above 0
   */
  public Settings withLoad(int manyClients, double operationsPerSecond) {
    if (manyClients < 1 || manyClients > MOST_CLIENTS) {
      throw new IllegalArgumentException(
          "clients must be 1 to " + MOST_CLIENTS + ", was " + manyClients);
    }
    if (!(operationsPerSecond > 0)) {
      throw new IllegalArgumentException("rate must be above 0, was " + operationsPerSecond);
    }
    return changed(
        copy -> {
          copy.clients = manyClients;
          copy.rate = operationsPerSecond;
        });
  }

  /** With an end after so many operations, or so long; with neither it goes on until stopped. */
  public Settings withEnd(OptionalLong afterOperations, Optional<Duration> after) {
    return changed(
        copy -> {
          copy.operations = afterOperations;
          copy.duration = after;
        });
  }

  /** With parameters of the workload by name; what is missing has its default. */
  public Settings withParameters(Map<String, Long> chosen) {
    return changed(copy -> copy.parameters = Map.copyOf(chosen));
  }

  /** With another start of the table's name. */
  public Settings withPrefix(String start) {
    return changed(copy -> copy.prefix = start);
  }

  /**
   * With another patience.
   *
   * @param attempt how long one request may take
   * @param call how long an operation may take with all its attempts
   * @param mostAttempts how many requests the SDK may make of an operation; the SDK's own default
   *     when empty
   */
  public Settings withPatience(Duration attempt, Duration call, OptionalInt mostAttempts) {
    return changed(
        copy -> {
          copy.attemptTimeout = attempt;
          copy.callTimeout = call;
          copy.attempts = mostAttempts;
        });
  }

  /** With regions that are strongly consistent with each other (MRSC), or not. */
  public Settings withStrongRegions(boolean strong) {
    return changed(copy -> copy.strongRegions = strong);
  }

  List<Place> places() {
    return places;
  }

  Supplier<AwsCredentialsIdentity> credentials() {
    return credentials;
  }

  public int clients() {
    return clients;
  }

  public double rate() {
    return rate;
  }

  OptionalLong operations() {
    return operations;
  }

  Optional<Duration> duration() {
    return duration;
  }

  public long seed() {
    return seed;
  }

  Map<String, Long> parameters() {
    return parameters;
  }

  String prefix() {
    return prefix;
  }

  Duration attemptTimeout() {
    return attemptTimeout;
  }

  Duration callTimeout() {
    return callTimeout;
  }

  OptionalInt attempts() {
    return attempts;
  }

  boolean strongRegions() {
    return strongRegions;
  }
}
