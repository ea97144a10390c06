package dev.assay.engine.kinesis;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.assay.engine.json.JsonWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to a Kinesis endpoint, without blocking. The endpoint is a stand-in on the user's side,
 * which has no way to check a signature: requests carry the form of one, for those that look the
 * region up in it, and prove nothing.
 */
final class KinesisClient {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String TARGET = "Kinesis_20131202.";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** Of an element of an answer's {@code Records}. */
  private static final int RESULT_DEPTH = 3;

  private final URI endpoint;
  private final Clock clock;
  private final Duration timeout;
  private final HttpClient http;

  KinesisClient(URI endpoint, Clock clock, Duration timeout) {
    this.endpoint = endpoint;
    this.clock = clock;
    this.timeout = timeout;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout)
            .build();
  }

  /** What became of a request for a data stream. */
  enum Probe {
    THERE,
    /** There is an answer, and it says no. */
    REFUSED,
    UNREACHABLE
  }

  /** Asks whether there is such a data stream. */
  CompletableFuture<Probe> probe(DataStream stream) {
    JsonWriter body = new JsonWriter();
    body.startObject().member("StreamName", stream.name()).member("StreamARN", stream.arn());
    body.endObject();
    return call("DescribeStreamSummary", stream, body.toByteArray())
        .handle(
            (response, failure) -> {
              if (failure != null || response.statusCode() >= 500) {
                return Probe.UNREACHABLE;
              }
              return response.statusCode() == 200 ? Probe.THERE : Probe.REFUSED;
            });
  }

  /**
   * Puts changes into a data stream.
   *
   * @return those that it did not take, in their order: all of them if it cannot be reached
   */
  CompletableFuture<List<Change>> put(DataStream stream, List<Change> changes) {
    JsonWriter body = new JsonWriter();
    body.startObject().member("StreamName", stream.name()).member("StreamARN", stream.arn());
    body.startArray("Records");
    for (Change change : changes) {
      body.startObject()
          .member("Data", Base64.getEncoder().encodeToString(change.data()))
          .member("PartitionKey", change.partitionKey())
          .endObject();
    }
    body.endArray().endObject();
    return call("PutRecords", stream, body.toByteArray())
        .handle(
            (response, failure) ->
                failure != null || response.statusCode() != 200
                    ? changes
                    : notTaken(changes, response.body()));
  }

  private CompletableFuture<HttpResponse<byte[]>> call(
      String operation, DataStream stream, byte[] body) {
    String time = TIME.format(clock.instant());
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(timeout)
            .header("Content-Type", "application/x-amz-json-1.1")
            .header("X-Amz-Target", TARGET + operation)
            .header("X-Amz-Date", time)
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=assay/"
                    + time.substring(0, 8)
                    + '/'
                    + stream.region()
                    + "/kinesis/aws4_request, SignedHeaders=host;x-amz-date;x-amz-target,"
                    + " Signature="
                    + "0".repeat(64))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  /** The changes whose result in the answer has an error code. */
  private static List<Change> notTaken(List<Change> changes, byte[] answer) {
    List<Change> left = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(answer)) {
      int result = -1;
      int depth = 0;
      JsonToken token;
      while ((token = parser.nextToken()) != null) {
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (token == JsonToken.START_OBJECT && depth == RESULT_DEPTH) {
          result++;
        }
        if (token == JsonToken.FIELD_NAME
            && depth == RESULT_DEPTH
            && parser.currentName().equals("ErrorCode")
            && isText(parser.nextToken())
            && result < changes.size()) {
          left.add(changes.get(result));
        }
      }
    } catch (IOException noJson) {
      return changes;
    }
    return left;
  }

  private static boolean isText(@Nullable JsonToken token) {
    return token == JsonToken.VALUE_STRING;
  }
}
