package dev.assay.engine.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpContentDecompressor;
import io.netty.handler.codec.http.HttpServerCodec;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/**
 * Serves the API over HTTP/1.1.
 *
 * <pre>
 *   socket ─► HttpServerCodec ─► HttpContentDecompressor ─► RequestAssembler ─► RequestHandler
 *               (bytes)             (gzip, deflate)          (whole, ≤ 16 MB)   (routes, answers)
 * </pre>
 *
 * An operation runs on the event loop that read it; requests that a client pipelines are answered
 * in their order because each is answered before the next is read.
 */
public final class EngineServer implements AutoCloseable {
  private final EventLoopGroup loops;
  private final Channel channel;

  private EngineServer(EventLoopGroup loops, Channel channel) {
    this.loops = loops;
    this.channel = channel;
  }

  /**
   * Starts to serve.
   *
   * @param address where to listen; port 0 takes a free one
   * @throws BindException if the port is in use or the address is not this machine's
   */
  public static EngineServer start(InetSocketAddress address, FrontEnd frontEnd, int threads)
      throws IOException {
    EventLoopGroup loops = new MultiThreadIoEventLoopGroup(threads, NioIoHandler.newFactory());
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, 1024)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel client) {
                    ChannelPipeline pipeline =
                        client.pipeline().addLast(new HttpServerCodec(8192, 65536, 65536));
                    if (frontEnd.access() != null) {
                      pipeline.addLast(new SignedBytes());
                    }
                    pipeline
                        .addLast(new HttpContentDecompressor(0))
                        .addLast(new RequestAssembler())
                        .addLast(new RequestHandler(frontEnd));
                  }
                });
    var bound = bootstrap.bind(address).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
      BindException problem =
          new BindException("cannot listen on " + address + ": " + bound.cause().getMessage());
      problem.initCause(bound.cause());
      throw problem;
    }
    return new EngineServer(loops, bound.channel());
  }

  /** The address that it listens on. */
  public InetSocketAddress address() {
    return (InetSocketAddress) channel.localAddress();
  }

  /** Stops listening, closes every connection and waits until that is done. */
  @Override
  public void close() {
    channel.close().awaitUninterruptibly();
    loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
