package dev.assay.cli.certify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.cli.problem.Refusal;
import dev.assay.features.wire.Endpoint;
import dev.assay.features.wire.HttpMessage;
import dev.assay.features.wire.Operation;
import dev.assay.features.wire.Signer;
import dev.assay.features.wire.StoreClient;
import dev.assay.features.wire.TransportException;
import dev.assay.features.wire.Wire;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Asks an endpoint for its tables before anything is made there, and says in one sentence why it
 * will not do.
 */
public record Probe(Clock clock, Supplier<AwsCredentialsIdentity> credentials) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
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

  /**
   * Returns when the endpoint speaks DynamoDB and lets us in.
   *
   * @throws Refusal when it does not
   */
  public void require(Endpoint endpoint) {
    try (Wire wire = new Wire(clock, PATIENCE)) {
      Signer signer = new Signer(credentials, endpoint.region(), clock);
      StoreClient client = new StoreClient(wire, endpoint, signer, "probe", exchange -> {});
      judge(endpoint, client.call(new Operation("ListTables"), "{\"Limit\":1}"));
    } catch (TransportException e) {
      throw Refusal.unreachable(endpoint.uri() + " cannot be reached: " + reason(e, endpoint));
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

  private static String reason(TransportException failure, Endpoint endpoint) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case UnresolvedAddressException unknown -> {
          return "the host " + endpoint.uri().getHost() + " is unknown";
        }
        case HttpTimeoutException late -> {
          return "no answer within " + PATIENCE.toSeconds() + " s";
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
