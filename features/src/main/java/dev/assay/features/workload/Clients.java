package dev.assay.features.workload;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The SDK's clients of one run, one for each place, all over one pool of connections. */
final class Clients implements AutoCloseable {
  private static final Duration ADMIN_PATIENCE = Duration.ofSeconds(30);

  private final Settings settings;
  private final String run;
  private final Attempts attempts;
  private final Map<Place, DynamoDbClient> tables = new ConcurrentHashMap<>();
  private final Map<Place, DynamoDbClient> admins = new ConcurrentHashMap<>();
  private final Map<Place, DynamoDbStreamsClient> streams = new ConcurrentHashMap<>();
  private volatile @Nullable Place instead;

  /**
   * @param run what the names of its operations start with, for the proxy's journal
   */
  Clients(Settings settings, String run) {
    this.settings = settings;
    this.run = run;
    this.attempts =
        new Attempts(
            Apache5HttpClient.builder()
                .maxConnections(settings.clients() + 16)
                .connectionTimeout(settings.attemptTimeout())
                .connectionAcquisitionTimeout(settings.callTimeout())
                .socketTimeout(settings.attemptTimeout())
                .build());
  }

  /** How the operation of that number asks. */
  Asking asking(Session session, long operation) {
    return new Asking(table(placeOf(session)), override(operation), session);
  }

  /** How the table is filled. */
  Asking filling(Session session, long operation) {
    return new Asking(admin(session.place()), override(operation), session);
  }

  /** Where a session's requests go at the moment. */
  Place placeOf(Session session) {
    Place other = instead;
    return other == null ? session.place() : other;
  }

  /** Sends everybody to another place from now on. */
  void failOver(Place other) {
    instead = other;
  }

  AwsRequestOverrideConfiguration override(long operation) {
    return AwsRequestOverrideConfiguration.builder()
        .putHeader(Attempts.HEADER, named(operation))
        .build();
  }

  Endings endings(long operation) {
    return new Endings(attempts.take(named(operation)));
  }

  private String named(long operation) {
    return run + "/" + operation;
  }

  /** Sends everybody where they belong again. */
  void failBack() {
    instead = null;
  }

  DynamoDbClient table(Place place) {
    return tables.computeIfAbsent(place, p -> client(p, this::configure));
  }

  /** For making, filling and deleting tables, which has more time than an application's calls. */
  DynamoDbClient admin(Place place) {
    return admins.computeIfAbsent(
        place, p -> client(p, configuration -> configuration.apiCallTimeout(ADMIN_PATIENCE)));
  }

  private DynamoDbClient client(
      Place place, Consumer<ClientOverrideConfiguration.Builder> configuration) {
    return DynamoDbClient.builder()
        .endpointOverride(place.uri())
        .region(Region.of(place.region()))
        .credentialsProvider(this::credentials)
        .overrideConfiguration(configuration)
        .httpClient(attempts)
        .build();
  }

  DynamoDbStreamsClient stream(Place place) {
    URI uri = place.streamsUri().orElse(place.uri());
    return streams.computeIfAbsent(
        place,
        p ->
            DynamoDbStreamsClient.builder()
                .endpointOverride(uri)
                .region(Region.of(p.region()))
                .credentialsProvider(this::credentials)
                .overrideConfiguration(this::configure)
                .httpClient(attempts)
                .build());
  }

  private void configure(ClientOverrideConfiguration.Builder configuration) {
    configuration.apiCallTimeout(settings.callTimeout());
    configuration.apiCallAttemptTimeout(settings.attemptTimeout());
    settings
        .attempts()
        .ifPresent(
            most ->
                configuration.retryStrategy(
                    AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(most)
                        .build()));
  }

  private AwsCredentials credentials() {
    AwsCredentialsIdentity identity = settings.credentials().get();
    return identity instanceof AwsSessionCredentialsIdentity session
        ? AwsSessionCredentials.create(
            session.accessKeyId(), session.secretAccessKey(), session.sessionToken())
        : AwsBasicCredentials.create(identity.accessKeyId(), identity.secretAccessKey());
  }

  @Override
  public void close() {
    tables.values().forEach(DynamoDbClient::close);
    admins.values().forEach(DynamoDbClient::close);
    streams.values().forEach(DynamoDbStreamsClient::close);
    attempts.close();
  }
}
