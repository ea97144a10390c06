package dev.assay.proxy;

import dev.assay.fault.ConnectionFault;
import dev.assay.fault.FailedHandshake;
import dev.assay.fault.Hit;
import dev.assay.fault.RefusedConnection;
import dev.assay.proxy.journal.Exchange;
import dev.assay.proxy.journal.Knowledge;
import dev.assay.proxy.journal.Message;
import dev.assay.proxy.journal.Outcome;
import dev.assay.proxy.journal.Times;
import dev.assay.proxy.journal.Touch;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.util.ReferenceCountUtil;
import java.util.List;

/** Stands in for everything else on a connection that a rule does not let in. */
final class ConnectionGate extends ChannelInboundHandlerAdapter {
  /**
   * A fatal alert (RFC 8446, 6): handshake_failure, in a record of TLS 1.2 as all peers read it.
   */
  private static final byte[] HANDSHAKE_FAILURE = {21, 3, 3, 0, 2, 2, 40};

  private static final long HELD_BYTES = 1024;

  private final LoopResources resources;
  private final List<Hit> hits;
  private final String client;

  /**
   * @param hits at least one; the first decides
   */
  ConnectionGate(LoopResources resources, List<Hit> hits, String client) {
    this.resources = resources;
    this.hits = hits;
    this.client = client;
  }

  private ConnectionFault fault() {
    return (ConnectionFault) hits.getFirst().fault();
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    switch (fault()) {
      case RefusedConnection() -> {
        record("was reset before it carried a request");
        ctx.channel().config().setOption(ChannelOption.SO_LINGER, 0);
        ctx.close();
      }
      case FailedHandshake() -> ctx.read();
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ReferenceCountUtil.release(message);
    record("got a TLS alert in place of a handshake");
    ctx.writeAndFlush(Unpooled.wrappedBuffer(HANDSHAKE_FAILURE))
        .addListener(ChannelFutureListener.CLOSE);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    hits.forEach(Hit::over);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ctx.close();
  }

  private void record(String what) {
    long now = resources.clock().epochNanos();
    Exchange line =
        new Exchange(
            0,
            new Times(now, 0, 0, now),
            client,
            "",
            "",
            "",
            "",
            List.of(),
            0,
            "",
            Outcome.DROPPED_BY_RULE,
            "the connection " + what,
            hits.stream().map(hit -> new Touch(hit.rule().text(), hit.fault().kind())).toList(),
            Knowledge.NO,
            Knowledge.NO,
            Message.NONE,
            Message.NONE);
    resources.journal().append(() -> line, HELD_BYTES);
  }
}
