package dev.assay.cli.certify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.cli.problem.Refusal;
import dev.assay.cli.process.MachineLoad;
import dev.assay.features.poll.Poll;
import dev.assay.features.wire.Endpoint;
import dev.assay.features.wire.HttpMessage;
import dev.assay.features.wire.Operation;
import dev.assay.features.wire.Signer;
import dev.assay.features.wire.StoreClient;
import dev.assay.features.wire.TransportException;
import dev.assay.features.wire.Wire;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Asks an endpoint for its tables before anything is made there, and says in one sentence why it
 * will not do.
 *
 * @param patience how long one request may take
 * @param poll waits for a store that this process has started, which has a reason to be late: there
 *     is nobody else who could be at fault but a machine that is too busy
 */
public record Probe(
    Clock clock, Supplier<AwsCredentialsIdentity> credentials, Duration patience, Poll poll) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** How long a store of our own may take altogether. */
  private static final Duration PATIENCE_WITH_OURS = Duration.ofSeconds(60);

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Set<String> CREDENTIALS_REFUSED =
      Set.of(
          "UnrecognizedClientException",
          "InvalidSignatureException",
          "IncompleteSignatureException",
          "MissingAuthenticationTokenException",
          "MissingAuthenticationToken",
          "InvalidClientTokenId",
          "ExpiredTokenException",
          "AccessDeniedException");

  /** One that waits ten seconds for a store elsewhere, and a minute for one of ours. */
  public Probe(Clock clock, Supplier<AwsCredentialsIdentity> credentials) {
    this(clock, credentials, PATIENCE, Poll.real());
  }

  /**
   * Returns when the store speaks DynamoDB at that endpoint and lets us in. One that this process
   * has started is asked again until a minute is over.
   *
   * @param err told that it is waited for
   * @throws Refusal when it does not
   */
  public void require(Store store, Endpoint endpoint, PrintWriter err) {
    if (!store.ours()) {
      ask(endpoint)
          .ifPresent(
              failure -> {
                throw Refusal.unreachable(
                    endpoint.uri() + " cannot be reached: " + reason(failure, endpoint));
              });
      return;
    }
    AtomicReference<String> last = new AtomicReference<>("");
    Instant begun = clock.instant();
    boolean answered =
        poll.until(
                PATIENCE_WITH_OURS,
                () -> {
                  Optional<TransportException> failure = ask(endpoint);
                  if (failure.isEmpty()) {
                    return Optional.of(true);
                  }
                  String reason = reason(failure.get(), endpoint);
                  if (!last.getAndSet(reason).equals(reason) || late(failure.get())) {
                    err.printf(
                        "Waiting for %s at %s: %s (%d s by now) ...%n",
                        store.name(), endpoint.uri(), reason, secondsSince(begun));
                  }
                  return Optional.empty();
                })
            .isPresent();
    if (!answered) {
      throw Refusal.unreachable(
          "%s, which Assay itself has started at %s, cannot be reached: %s, and so for %d s%s"
              .formatted(
                  store.name(),
                  endpoint.uri(),
                  last.get(),
                  secondsSince(begun),
                  MachineLoad.words().map(words -> "; " + words).orElse("")));
    }
  }

  private long secondsSince(Instant begun) {
    return Duration.between(begun, clock.instant()).toSeconds();
  }

  /** Empty when the endpoint will do; else why nothing came of it. */
  private Optional<TransportException> ask(Endpoint endpoint) {
    try (Wire wire = new Wire(clock, patience)) {
      Signer signer = new Signer(credentials, endpoint.region(), clock);
      StoreClient client = new StoreClient(wire, endpoint, signer, "probe", exchange -> {});
      judge(endpoint, client.call(new Operation("ListTables"), "{\"Limit\":1}"));
      return Optional.empty();
    } catch (TransportException e) {
      return Optional.of(e);
    }
  }

  private static void judge(Endpoint endpoint, HttpMessage.Response response) {
    JsonNode body = read(response.body().text());
    String type = body.path("__type").asText();
    String error = type.substring(type.indexOf('#') + 1);
    if (CREDENTIALS_REFUSED.contains(error)) {
      String words = body.path("message").asText(body.path("Message").asText());
      throw Refusal.unreachable(
          endpoint.uri()
              + " refuses the credentials for region "
              + endpoint.region()
              + ": "
              + (error + " " + words).strip());
    }
    boolean listsTables = response.status() == 200 && body.path("TableNames").isArray();
    if (!listsTables && type.isEmpty()) {
      throw Refusal.unreachable(
          endpoint.uri()
              + " answers, but not as DynamoDB does (HTTP "
              + response.status()
              + ", "
              + response.headers().first("Content-Type").orElse("no content type")
              + "): please check the URL");
    }
  }

  private static JsonNode read(String body) {
    try {
      JsonNode read = JSON.readTree(body);
      return read == null ? JSON.missingNode() : read;
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }

  private static boolean late(TransportException failure) {
    return failure.getCause() instanceof HttpTimeoutException;
  }

  private String reason(TransportException failure, Endpoint endpoint) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case UnresolvedAddressException unknown -> {
          return "the host " + endpoint.uri().getHost() + " is unknown";
        }
        case HttpTimeoutException late -> {
          return "no answer within " + patience.toSeconds() + " s";
        }
        case InterruptedException stopped -> {
          return "it was not waited for";
        }
        case SSLException tls -> {
          return "TLS failed (" + tls.getMessage() + ")";
        }
        default -> {}
      }
    }
    return failure.getCause() instanceof ConnectException
        ? "the connection was refused"
        : "it closed the connection without an HTTP response";
  }
}
