package dev.assay.proxy;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;

/** A connection on which the proxy says no more and throws away what it hears. */
final class Deafness extends ChannelInboundHandlerAdapter {
  /** A client that neither closes nor sends for so long is not waited for. */
  private static final long PATIENCE_S = 60;

  private Deafness() {}

  static void befall(Channel client) {
    client.pipeline().addFirst(new Deafness());
    client.config().setAutoRead(true);
    if (client instanceof DuplexChannel duplex) {
      duplex.shutdownOutput();
      client.eventLoop().schedule(() -> client.close(), PATIENCE_S, TimeUnit.SECONDS);
    } else {
      client.close();
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ReferenceCountUtil.release(message);
  }
}
