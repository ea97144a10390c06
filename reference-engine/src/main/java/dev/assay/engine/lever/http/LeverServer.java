package dev.assay.engine.lever.http;

import dev.assay.engine.lever.LeverBoard;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Serves the levers over HTTP/1.1, from one event loop: who breaks the engine does not share the
 * loops that serve it.
 *
 * <pre>
 *   GET  /levers        every lever with its help and state
 *   GET  /levers/NAME   one
 *   PUT  /levers/NAME   pulls it with the JSON object in the body: its state before and after
 *   POST /heal          undoes everything: the states of all before and after
 * </pre>
 */
public final class LeverServer implements AutoCloseable {
  private static final int LONGEST_BODY_BYTES = 64 * 1024;

  private final EventLoopGroup loop;
  private final Channel channel;

  private LeverServer(EventLoopGroup loop, Channel channel) {
    this.loop = loop;
    this.channel = channel;
  }

  /**
   * Starts to serve.
   *
   * @param address where to listen; port 0 takes a free one
   * @param accidents told of what goes wrong in a lever itself
   * @throws BindException if the port is in use or the address is not this machine's
   */
  public static LeverServer start(
      InetSocketAddress address, LeverBoard levers, Consumer<Throwable> accidents)
      throws IOException {
    EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(loop)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel client) {
                    client
                        .pipeline()
                        .addLast(new HttpServerCodec())
                        .addLast(new HttpObjectAggregator(LONGEST_BODY_BYTES))
                        .addLast(new LeverHandler(levers, accidents));
                  }
                });
    var bound = bootstrap.bind(address).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
      BindException problem =
          new BindException("cannot listen on " + address + ": " + bound.cause().getMessage());
      problem.initCause(bound.cause());
      throw problem;
    }
    return new LeverServer(loop, bound.channel());
  }

  /** The address that it listens on. */
  public InetSocketAddress address() {
    return (InetSocketAddress) channel.localAddress();
  }

  /** Stops listening, closes every connection and waits until that is done. */
  @Override
  public void close() {
    channel.close().awaitUninterruptibly();
    loop.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
