package dev.assay.proxy;

import dev.assay.proxy.route.UpstreamAddress;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one event loop to one upstream. A client's exchange uses a connection of the
 * same loop, so that nothing hops between threads; the last one used is the first taken, so that
 * the surplus ages and is closed.
 */
final class UpstreamPool {
  private final EventLoop loop;
  private final UpstreamAddress upstream;
  private final long idleNanos;
  private final @Nullable SslContext tls;
  private final Bootstrap bootstrap;
  private final ArrayDeque<UpstreamConnection> idle = new ArrayDeque<>();
  private boolean sweeping;

  UpstreamPool(
      EventLoop loop,
      UpstreamAddress upstream,
      Patience patience,
      @Nullable SslContext tls,
      OffLoopResolver resolver,
      Consumer<Channel> onOpened) {
    this.loop = loop;
    this.upstream = upstream;
    this.idleNanos = patience.upstreamIdle().toNanos();
    this.tls = tls;
    this.bootstrap =
        new Bootstrap()
            .group(loop)
            .channel(NioSocketChannel.class)
            .resolver(resolver)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) patience.connect().toMillis())
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    onOpened.accept(channel);
                    addHandlers(channel);
                  }
                });
  }

  private void addHandlers(Channel channel) {
    if (tls != null) {
      channel.pipeline().addLast(tls.newHandler(channel.alloc(), upstream.host(), upstream.port()));
    }
    HttpDecoderConfig decoding =
        new HttpDecoderConfig()
            .setMaxInitialLineLength(8 << 10)
            .setMaxHeaderSize(64 << 10)
            .setMaxChunkSize(64 << 10)
            .setValidateHeaders(false);
    channel.pipeline().addLast(new HttpClientCodec(decoding, false, false), new Unattached());
  }

  /** Gives an idle connection at once or a new one later; tells on the loop's thread. */
  void acquire(Consumer<UpstreamConnection> connected, Consumer<UpstreamFailure> failed) {
    for (UpstreamConnection kept = idle.pollLast(); kept != null; kept = idle.pollLast()) {
      if (kept.channel().isActive() && !kept.idleLongerThan(idleNanos)) {
        connected.accept(kept);
        return;
      }
      kept.channel().close();
    }
    bootstrap
        .connect(InetSocketAddress.createUnresolved(upstream.host(), upstream.port()))
        .addListener(
            (ChannelFutureListener)
                connecting -> {
                  if (connecting.isSuccess()) {
                    secure(connecting.channel(), connected, failed);
                  } else {
                    failed.accept(UpstreamFailure.Unreachable.of(connecting.cause()));
                  }
                });
  }

  private void secure(
      Channel channel, Consumer<UpstreamConnection> connected, Consumer<UpstreamFailure> failed) {
    SslHandler handshake = channel.pipeline().get(SslHandler.class);
    if (handshake == null) {
      connected.accept(attach(channel));
      return;
    }
    handshake
        .handshakeFuture()
        .addListener(
            done -> {
              if (done.isSuccess()) {
                connected.accept(attach(channel));
              } else {
                channel.close();
                failed.accept(UpstreamFailure.Unreachable.of(done.cause()));
              }
            });
  }

  /** Until a connection is made and secured its failure is told by that, and by nothing else. */
  private static final class Unattached extends ChannelInboundHandlerAdapter {
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      ctx.close();
    }
  }

  private UpstreamConnection attach(Channel channel) {
    UpstreamConnection connection = new UpstreamConnection(channel, this);
    channel.pipeline().remove(Unattached.class);
    channel.pipeline().addLast(connection);
    return connection;
  }

  void release(UpstreamConnection connection) {
    idle.addLast(connection);
    if (!sweeping) {
      sweeping = true;
      loop.schedule(this::sweep, idleNanos, TimeUnit.NANOSECONDS);
    }
  }

  /** Closes what was idle too long. One timer a pool, and none while nothing is idle. */
  private void sweep() {
    while (!idle.isEmpty() && idle.peekFirst().idleLongerThan(idleNanos)) {
      idle.removeFirst().channel().close();
    }
    sweeping = !idle.isEmpty();
    if (sweeping) {
      loop.schedule(this::sweep, idleNanos, TimeUnit.NANOSECONDS);
    }
  }

  void forget(UpstreamConnection connection) {
    idle.remove(connection);
  }
}
