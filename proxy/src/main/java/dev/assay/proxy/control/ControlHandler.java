package dev.assay.proxy.control;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;

/**
 * Carries requests to the API and its replies back.
 *
 * <pre>
 *   operator ──► HttpServerCodec ──► HttpObjectAggregator ──► ControlHandler ──► ControlApi
 * </pre>
 */
final class ControlHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
  private final ControlApi api;

  ControlHandler(ControlApi api) {
    this.api = api;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
    ControlReply reply = reply(request);
    byte[] body = reply.text().getBytes(StandardCharsets.UTF_8);
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(reply.status()),
            Unpooled.wrappedBuffer(body));
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, reply.contentType())
        .set(HttpHeaderNames.CONTENT_LENGTH, body.length);
    boolean keepAlive = HttpUtil.isKeepAlive(request) && request.decoderResult().isSuccess();
    HttpUtil.setKeepAlive(response, keepAlive);
    var written = ctx.writeAndFlush(response);
    if (!keepAlive) {
      written.addListener(ChannelFutureListener.CLOSE);
    }
  }

  private ControlReply reply(FullHttpRequest request) {
    if (request.decoderResult().isFailure()) {
      return ControlReply.error(400, "request", "the request is not valid HTTP");
    }
    try {
      return api.handle(
          ControlRequest.of(
              request.method().name(),
              request.uri(),
              request.content().toString(StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      return ControlReply.error(400, "path", "the path is not valid: " + e.getMessage());
    } catch (RuntimeException e) {
      return ControlReply.error(500, "proxy", "the proxy failed: " + e);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ctx.close();
  }
}
