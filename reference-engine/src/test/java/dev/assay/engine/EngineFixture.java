package dev.assay.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An engine on a free port, called over HTTP as any client would. Requests may be written with
 * single quotes in place of double ones.
 */
public final class EngineFixture implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Throwable> accidents = new CopyOnWriteArrayList<>();
  private final Engine engine;

  private EngineFixture(EngineSettings settings) {
    try {
      this.engine = Engine.start(settings.withAccidents(accidents::add));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static EngineFixture start() {
    return start(EngineSettings.defaults());
  }

  public static EngineFixture start(EngineSettings settings) {
    return new EngineFixture(settings);
  }

  /** What came back. */
  public record Reply(int status, JsonNode body) {
    /** The error's type without its namespace; empty for a success. */
    public String errorType() {
      String type = body.path("__type").asText();
      return type.substring(type.indexOf('#') + 1);
    }

    /** The error's message, however it is spelt; empty if there is none. */
    public String message() {
      return body.has("message") ? body.path("message").asText() : body.path("Message").asText();
    }

    /** The error as one text: {@code ValidationException: …}. */
    public String error() {
      return errorType() + ": " + message();
    }

    /** What stands at a JSON pointer. */
    public JsonNode at(String pointer) {
      return body.at(pointer);
    }
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + engine.address().getPort() + "/");
  }

  /** Calls an operation of DynamoDB. */
  public Reply call(String operation, String json) {
    return callRaw("DynamoDB_20120810." + operation, json.replace('\'', '"'));
  }

  /** Calls an operation of DynamoDB Streams. */
  public Reply callStreams(String operation, String json) {
    return callRaw("DynamoDBStreams_20120810." + operation, json.replace('\'', '"'));
  }

  /** Calls an operation of Application Auto Scaling. */
  public Reply callScaling(String operation, String json) {
    return callRaw("AnyScaleFrontendService." + operation, json.replace('\'', '"'));
  }

  /** Calls whatever the target header names, with the body as it is. */
  public Reply callRaw(String target, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(uri())
            .header(
                "Content-Type",
                target.startsWith("AnyScale")
                    ? "application/x-amz-json-1.1"
                    : "application/x-amz-json-1.0")
            .header("X-Amz-Target", target)
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=test/20261001/us-east-1/dynamodb/aws4_request,"
                    + " SignedHeaders=host, Signature=0")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      return new Reply(response.statusCode(), JSON.readTree(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * Calls an operation that must succeed.
   *
   * @throws AssertionError with the error if it does not
   */
  public JsonNode ok(String operation, String json) {
    Reply reply = call(operation, json);
    if (reply.status() != 200) {
      throw new AssertionError(operation + " was refused: " + reply.error() + " " + accidents);
    }
    return reply.body();
  }

  /** What has gone wrong inside the engine itself. */
  public List<Throwable> accidents() {
    return accidents;
  }

  @Override
  public void close() {
    engine.close();
    client.close();
  }
}
