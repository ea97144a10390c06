package dev.assay.engine.http;

import dev.assay.engine.auth.Digests;
import dev.assay.engine.auth.ReceivedRequest;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a signature covers, because the handlers after it change it: they decompress the body
 * and rewrite its headers. It stands in the pipeline only where signatures are checked.
 */
final class SignedBytes extends ChannelInboundHandlerAdapter {
  /** The last request that was received whole. */
  static final AttributeKey<ReceivedRequest> RECEIVED =
      AttributeKey.valueOf(SignedBytes.class, "received");

  private final MessageDigest digest = Digests.sha256();
  private @Nullable ReceivedRequest head;

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (message instanceof HttpRequest request) {
      digest.reset();
      head = head(ctx, request);
    }
    if (message instanceof HttpContent content) {
      update(content.content());
    }
    if (message instanceof LastHttpContent && head != null) {
      ctx.channel().attr(RECEIVED).set(head.withPayload(Digests.hex(digest.digest())));
      head = null;
    }
    ctx.fireChannelRead(message);
  }

  private void update(ByteBuf bytes) {
    for (ByteBuffer buffer : bytes.nioBuffers()) {
      digest.update(buffer);
    }
  }

  /** Copies the head: the next handlers write to the headers of this very object. */
  private static ReceivedRequest head(ChannelHandlerContext ctx, HttpRequest request) {
    return new ReceivedRequest(
        request.method().name(),
        request.uri(),
        headers(request.headers()),
        "",
        ctx.channel().remoteAddress() instanceof InetSocketAddress client
            ? client.getAddress().getHostAddress()
            : "");
  }

  private static Map<String, List<String>> headers(HttpHeaders headers) {
    Map<String, List<String>> byName = new TreeMap<>();
    headers.forEach(
        header ->
            byName
                .computeIfAbsent(
                    header.getKey().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                .add(header.getValue()));
    return byName;
  }
}
