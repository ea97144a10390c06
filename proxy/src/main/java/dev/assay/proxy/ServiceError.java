package dev.assay.proxy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * An error in the service's shape, so that every SDK reads it as one: JSON 1.0 with {@code __type},
 * request id and CRC32.
 *
 * @param type the whole {@code __type}, namespace included
 * @param reasonsField name under which the reasons stand; the service spells it in two ways
 * @param reasons why the request was throttled; not written when empty
 */
record ServiceError(
    int status, String type, String message, String reasonsField, List<Reason> reasons) {
  private static final String OWN_NAMESPACE = "dev.assay.proxy#";

  /** A member of the service's ThrottlingReasons. */
  record Reason(String reason, String resource) {}

  static ServiceError plain(int status, String type, String message) {
    return new ServiceError(status, type, message, "", List.of());
  }

  static ServiceError unreachable(String upstream, String reason) {
    return plain(
        502,
        OWN_NAMESPACE + "UpstreamUnreachableException",
        "The proxy could not connect to the store at " + upstream + ": " + reason);
  }

  static ServiceError timedOut(String upstream, long millis) {
    return plain(
        504,
        OWN_NAMESPACE + "UpstreamTimeoutException",
        "The store at " + upstream + " was silent for " + millis + " ms");
  }

  static ServiceError brokeOff(String upstream, String reason) {
    return plain(
        502,
        OWN_NAMESPACE + "UpstreamBrokeOffException",
        "The store at " + upstream + " did not answer: " + reason);
  }

  static ServiceError noUpstreamFor(String region) {
    return plain(
        502,
        OWN_NAMESPACE + "NoUpstreamException",
        region.isEmpty()
            ? "The proxy's upstreams serve regions, and the request was not signed for one"
            : "The proxy has no upstream for region " + region);
  }

  static ServiceError notSigned(String reason) {
    return plain(
        502,
        OWN_NAMESPACE + "SigningException",
        "The proxy could not sign the request anew: " + reason);
  }

  static ServiceError journalFailed(String reason) {
    return plain(503, OWN_NAMESPACE + "JournalFailedException", reason);
  }

  static ServiceError bodyTooLarge() {
    return plain(
        413,
        "com.amazon.coral.service#RequestEntityTooLargeException",
        "The request's body is larger than " + ProxySettings.MAX_BODY_BYTES + " bytes");
  }

  static ServiceError malformed(String reason) {
    return plain(
        400,
        "com.amazon.coral.service#SerializationException",
        "The request is not valid HTTP: " + reason);
  }

  static ServiceError clientStalled(long millis) {
    return plain(
        408,
        OWN_NAMESPACE + "RequestTimeoutException",
        "The request's body did not arrive: nothing was received for " + millis + " ms");
  }

  FullHttpResponse toResponse(String requestId) {
    return response(status, json(), requestId);
  }

  /** Any body in the service's shape. */
  static FullHttpResponse response(int status, ObjectNode json, String requestId) {
    byte[] body = json.toString().getBytes(StandardCharsets.UTF_8);
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), Unpooled.wrappedBuffer(body));
    describe(response.headers(), body, requestId);
    return response;
  }

  /** Sets the headers that the service gives with a body. */
  static void describe(HttpHeaders headers, byte[] body, String requestId) {
    CRC32 crc = new CRC32();
    crc.update(body);
    headers
        .set("Server", "Server")
        .set("Content-Type", "application/x-amz-json-1.0")
        .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
        .set("x-amzn-RequestId", requestId)
        .set("x-amz-crc32", Long.toString(crc.getValue()));
  }

  private ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("__type", type);
    json.put("message", message);
    if (!reasons.isEmpty()) {
      ArrayNode array = json.putArray(reasonsField);
      for (Reason reason : reasons) {
        array.addObject().put("reason", reason.reason()).put("resource", reason.resource());
      }
    }
    return json;
  }
}
