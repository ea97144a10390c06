package dev.assay.proxy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.proxy.inject.Damage;
import dev.assay.proxy.inject.JsonBody;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Optional;
import java.util.function.Consumer;

/** An answer that is there from its first byte to its last. */
record WholeAnswer(HttpResponse head, byte[] body) {
  private static final String CRC32 = "x-amz-crc32";

  /** An answer of status 200 in the service's shape. */
  static WholeAnswer of(ObjectNode json, String requestId) {
    byte[] body = JsonBody.write(json);
    HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
    ServiceError.describe(head.headers(), body, requestId);
    return new WholeAnswer(head, body);
  }

  boolean succeeded() {
    return head.status().code() < 300;
  }

  /** Another body of the same encoding; the head says its length, and the old CRC32. */
  WholeAnswer withBytes(byte[] bytes) {
    HttpHeaders headers = head.headers().copy();
    headers.remove(HttpHeaderNames.TRANSFER_ENCODING);
    headers.set(HttpHeaderNames.CONTENT_LENGTH, bytes.length);
    return new WholeAnswer(
        new DefaultHttpResponse(head.protocolVersion(), head.status(), headers), bytes);
  }

  WholeAnswer withCrc32(String value) {
    HttpHeaders headers = head.headers().copy().set(CRC32, value);
    return new WholeAnswer(
        new DefaultHttpResponse(head.protocolVersion(), head.status(), headers), body);
  }

  Optional<String> crc32() {
    return Optional.ofNullable(head.headers().get(CRC32));
  }

  /** The answer with its JSON changed, if it is JSON; CRC32 and encoding go with it. */
  WholeAnswer changed(Consumer<ObjectNode> change) {
    String encoding = head.headers().get(HttpHeaderNames.CONTENT_ENCODING);
    Optional<ObjectNode> json = JsonBody.read(body, encoding);
    if (json.isEmpty()) {
      return this;
    }
    change.accept(json.get());
    byte[] bytes = JsonBody.write(json.get());
    WholeAnswer changed = withBytes(bytes);
    changed.head.headers().remove(HttpHeaderNames.CONTENT_ENCODING);
    return crc32().isPresent() ? changed.withCrc32(Long.toString(Damage.crc32(bytes))) : changed;
  }
}
