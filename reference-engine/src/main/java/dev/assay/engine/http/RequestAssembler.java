package dev.assay.engine.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;

/** Collects a request; answers one that is too large as the service does instead of reading it. */
final class RequestAssembler extends HttpObjectAggregator {
  /** Largest request body, in bytes. */
  static final int MAX_BODY_BYTES = 16 * 1024 * 1024;

  RequestAssembler() {
    super(MAX_BODY_BYTES);
  }

  @Override
  protected void handleOversizedMessage(ChannelHandlerContext ctx, HttpMessage oversized) {
    ctx.fireUserEventTriggered(RequestHandler.Event.TOO_LARGE);
  }
}
