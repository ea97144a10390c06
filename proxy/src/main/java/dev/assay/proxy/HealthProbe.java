package dev.assay.proxy;

import dev.assay.proxy.route.HealthCheck;
import dev.assay.proxy.route.Probe;
import dev.assay.proxy.route.ProbeResult;
import dev.assay.proxy.route.Upstream;
import dev.assay.proxy.route.UpstreamAddress;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Checks an upstream over a connection of its own, which is closed afterwards. */
final class HealthProbe implements Probe {
  private final EventLoopGroup loop;
  private final OffLoopResolver resolver;
  private final Optional<SslContext> tls;
  private final WallClock clock;

  HealthProbe(
      EventLoopGroup loop, OffLoopResolver resolver, Optional<SslContext> tls, WallClock clock) {
    this.loop = loop;
    this.resolver = resolver;
    this.tls = tls;
    this.clock = clock;
  }

  @Override
  public void check(Upstream upstream, HealthCheck how, Consumer<ProbeResult> done) {
    new Look(upstream.address(), how, done).begin();
  }

  /** One check; all of it happens on the event loop of its connection. */
  private final class Look {
    private final UpstreamAddress address;
    private final HealthCheck how;
    private final Consumer<ProbeResult> done;
    private final long began = clock.epochNanos();
    private boolean told;

    Look(UpstreamAddress address, HealthCheck how, Consumer<ProbeResult> done) {
      this.address = address;
      this.how = how;
      this.done = done;
    }

    void begin() {
      new Bootstrap()
          .group(loop)
          .channel(NioSocketChannel.class)
          .resolver(resolver)
          .handler(
              new ChannelInitializer<Channel>() {
                @Override
                protected void initChannel(Channel channel) {
                  prepare(channel);
                }
              })
          .connect(InetSocketAddress.createUnresolved(address.host(), address.port()))
          .addListener(
              (ChannelFutureListener)
                  connecting -> {
                    Channel channel = connecting.channel();
                    if (!connecting.isSuccess()) {
                      failed(channel, UpstreamFailure.Unreachable.of(connecting.cause()).reason());
                      return;
                    }
                    SslHandler handshake = channel.pipeline().get(SslHandler.class);
                    if (handshake == null) {
                      connected(channel);
                    } else {
                      handshake.handshakeFuture().addListener(secured -> secured(secured, channel));
                    }
                  });
    }

    private void prepare(Channel channel) {
      if (address.tls()) {
        tls.ifPresent(
            context ->
                channel
                    .pipeline()
                    .addLast(context.newHandler(channel.alloc(), address.host(), address.port())));
      }
      channel.pipeline().addLast(new HttpClientCodec(), new StatusReader());
      Future<?> deadline =
          channel
              .eventLoop()
              .schedule(
                  () -> failed(channel, "no answer within " + how.timeout().toMillis() + " ms"),
                  how.timeout().toNanos(),
                  TimeUnit.NANOSECONDS);
      channel.closeFuture().addListener(closed -> deadline.cancel(false));
    }

    private void secured(Future<?> handshake, Channel channel) {
      if (handshake.isSuccess()) {
        connected(channel);
      } else {
        failed(channel, UpstreamFailure.Unreachable.of(handshake.cause()).reason());
      }
    }

    private void connected(Channel channel) {
      switch (how.kind()) {
        case HealthCheck.Kind.Tcp tcp -> passed(channel);
        case HealthCheck.Kind.Http(String method, String path) -> {
          HttpRequest request =
              new DefaultFullHttpRequest(
                  HttpVersion.HTTP_1_1,
                  HttpMethod.valueOf(method),
                  path,
                  channel.alloc().buffer(0));
          request
              .headers()
              .set(HttpHeaderNames.HOST, address.authority())
              .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
              .set(HttpHeaderNames.USER_AGENT, "assay-proxy-health-check");
          channel.writeAndFlush(request);
        }
      }
    }

    private void passed(Channel channel) {
      tell(channel, new ProbeResult.Passed(clock.epochNanos() - began));
    }

    private void failed(Channel channel, String reason) {
      tell(channel, new ProbeResult.Failed(reason));
    }

    private void tell(Channel channel, ProbeResult result) {
      if (!told) {
        told = true;
        channel.close();
        done.accept(result);
      }
    }

    private final class StatusReader extends SimpleChannelInboundHandler<HttpObject> {
      @Override
      protected void channelRead0(ChannelHandlerContext ctx, HttpObject message) {
        if (!(message instanceof HttpResponse head)) {
          return;
        }
        int status = head.status().code();
        if (head.decoderResult().isFailure()) {
          failed(ctx.channel(), "the answer is not HTTP");
        } else if (status >= 200 && status < 400) {
          passed(ctx.channel());
        } else {
          failed(ctx.channel(), "it answered " + status);
        }
      }

      @Override
      public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        failed(ctx.channel(), String.valueOf(cause.getMessage()));
      }

      @Override
      public void channelInactive(ChannelHandlerContext ctx) {
        failed(ctx.channel(), "it closed the connection without an answer");
      }
    }
  }
}
