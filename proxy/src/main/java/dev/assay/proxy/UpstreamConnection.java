package dev.assay.proxy;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the store; serves one call at a time and waits in the pool between them.
 *
 * <pre>
 *   store ──► (TLS) ──► HttpClientCodec ──► UpstreamConnection ──► UpstreamCall ──► ClientAnswer
 * </pre>
 */
final class UpstreamConnection extends ChannelInboundHandlerAdapter {
  private final Channel channel;
  private final UpstreamPool pool;
  private @Nullable UpstreamCall call;
  private boolean passingOverInformational;
  private boolean reusable;
  private String endedBecause = "the connection was closed before the answer was complete";
  private long idleSinceNanos;

  UpstreamConnection(Channel channel, UpstreamPool pool) {
    this.channel = channel;
    this.pool = pool;
  }

  Channel channel() {
    return channel;
  }

  boolean idleLongerThan(long nanos) {
    return channel.eventLoop().ticker().nanoTime() - idleSinceNanos >= nanos;
  }

  void serve(UpstreamCall next) {
    call = next;
    reusable = true;
  }

  /**
   * Ends the call that is served: the connection goes back to the pool if nothing of the call is
   * left on it.
   */
  void done(boolean clean) {
    call = null;
    if (clean && reusable && channel.isActive()) {
      channel.config().setAutoRead(true);
      idleSinceNanos = channel.eventLoop().ticker().nanoTime();
      pool.release(this);
    } else {
      channel.close();
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    UpstreamCall served = call;
    if (served == null) {
      // Nobody asked: a store that speaks out of turn is not to be trusted with the next request.
      ReferenceCountUtil.release(message);
      ctx.close();
      return;
    }
    if (message instanceof HttpResponse head) {
      onHead(ctx, head, served);
    }
    if (message instanceof HttpContent content) {
      onContent(ctx, content, served);
    }
  }

  private void onHead(ChannelHandlerContext ctx, HttpResponse head, UpstreamCall served) {
    if (head.decoderResult().isFailure()) {
      endedBecause = "the answer is not HTTP: " + head.decoderResult().cause().getMessage();
      ctx.close();
      return;
    }
    passingOverInformational = head.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    if (!passingOverInformational) {
      reusable = HttpUtil.isKeepAlive(head);
      served.onHead(head);
    }
  }

  private void onContent(ChannelHandlerContext ctx, HttpContent content, UpstreamCall served) {
    if (content.decoderResult().isFailure()) {
      endedBecause = "the answer's body is not HTTP";
      content.release();
      ctx.close();
    } else if (passingOverInformational) {
      passingOverInformational = !(content instanceof LastHttpContent);
      content.release();
    } else {
      served.onContent(content);
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (call != null) {
      call.onWritable();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    endedBecause = String.valueOf(cause.getMessage());
    ctx.close();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    pool.forget(this);
    UpstreamCall served = call;
    call = null;
    if (served != null) {
      served.onClosed(new UpstreamFailure.BrokeOff(endedBecause));
    }
  }
}
