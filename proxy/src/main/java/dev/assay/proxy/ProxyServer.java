package dev.assay.proxy;

import dev.assay.fault.Hit;
import dev.assay.fault.Origin;
import dev.assay.fault.RuleBook;
import dev.assay.proxy.control.ControlPipeline;
import dev.assay.proxy.journal.Journal;
import dev.assay.proxy.metrics.ProxyMetrics;
import dev.assay.proxy.mutant.Mutants;
import dev.assay.proxy.route.HealthCheck;
import dev.assay.proxy.route.HealthMonitor;
import dev.assay.proxy.route.Router;
import dev.assay.proxy.sign.Resigner;
import dev.assay.proxy.tls.TlsSetupException;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A running proxy: one address for clients, one for the control API, one journal. Safe for use by
 * several threads.
 */
public final class ProxyServer implements AutoCloseable {
  private static final int BACKLOG = 1024;

  /**
   * More than fit in what one read of a socket takes; the inbox is emptied before the next read.
   */
  private static final int PIPELINED_REQUESTS = 16 << 10;

  private final WallClock clock;
  private final RuleBook rules;
  private final Journal journal;
  private final Mutants mutants = new Mutants();
  private final ExecutorService lookups = Executors.newVirtualThreadPerTaskExecutor();
  private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final EventLoopGroup loops;
  private final EventLoopGroup controlLoop;
  private final AtomicInteger connections = new AtomicInteger();
  private final Router router;
  private final Optional<HealthMonitor> health;
  private final Map<EventExecutor, LoopResources> resources;
  private final InetSocketAddress address;
  private final InetSocketAddress controlAddress;

  private ProxyServer(ProxySettings settings) {
    this.clock = WallClock.ofThisMachine();
    this.router = new Router(settings.routing(), settings.seed(), clock::epochNanos);
    Optional<SslContext> identity = identity(settings);
    Optional<SslContext> trust = trust(settings);
    ProxyMetrics metrics = new ProxyMetrics();
    this.journal =
        Journal.open(settings.journalFolder(), settings.journalReserveBytes(), metrics::saw);
    metrics.watch(router, connections::get, journal::backlog, journal::backlogBytes);
    this.rules = new RuleBook(settings.seed(), clock::epochNanos);
    this.loops = eventLoops(settings.threads(), "assay-proxy");
    this.controlLoop = eventLoops(1, "assay-proxy-control");
    OffLoopResolver resolver = new OffLoopResolver(lookups);
    this.health = settings.routing().health().map(check -> monitor(check, resolver, trust, clock));
    try {
      this.resources = resources(settings, resolver, trust.orElse(null), clock);
      this.address = bind("proxy", settings.listen(), loops, clientPipeline(identity));
      this.controlAddress =
          bind(
              "proxy's control API",
              settings.control(),
              controlLoop,
              new ControlPipeline(rules, journal, router, metrics));
      health.ifPresent(HealthMonitor::start);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Starts a proxy and returns when both its addresses accept connections.
   *
   * @throws PortInUseException when another program has one of the ports
   * @throws ProxyStartException when it cannot listen for another reason
   * @throws dev.assay.proxy.journal.JournalException when the journal's folder cannot be written
   */
  public static ProxyServer start(ProxySettings settings) {
    return new ProxyServer(settings);
  }

  /** Where clients connect. */
  public InetSocketAddress address() {
    return address;
  }

  /** Where the control API listens. */
  public InetSocketAddress controlAddress() {
    return controlAddress;
  }

  /** The rules in force; a change made here is in force when it returns. */
  public RuleBook rules() {
    return rules;
  }

  /** The semantic mutants that rules have called in. */
  public Mutants mutants() {
    return mutants;
  }

  /** Which upstreams there are, how they are, and which is chosen. */
  public Router router() {
    return router;
  }

  /** What happened so far. Stays readable after {@link #close}. */
  public Journal journal() {
    return journal;
  }

  /**
   * Closes all connections, and returns when the journal is on disk. Exchanges under way are in it,
   * as given up.
   */
  @Override
  public void close() {
    health.ifPresent(HealthMonitor::stop);
    channels.close().awaitUninterruptibly();
    loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    controlLoop.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    lookups.shutdownNow();
    journal.close();
  }

  private Map<EventExecutor, LoopResources> resources(
      ProxySettings settings, OffLoopResolver resolver, @Nullable SslContext tls, WallClock clock) {
    LateDeliveries late = new LateDeliveries();
    SplittableRandom ids = new SplittableRandom(settings.seed());
    Optional<Resigner> resigner =
        settings.resigning().map(resigning -> new Resigner(resigning, settings.clock()));
    Map<EventExecutor, LoopResources> byLoop = new HashMap<>();
    for (EventExecutor loop : loops) {
      UpstreamPools pools =
          new UpstreamPools((EventLoop) loop, settings.patience(), tls, resolver, channels::add);
      RequestIds requestIds = new RequestIds(ids.split());
      byLoop.put(
          loop,
          new LoopResources(
              settings, rules, journal, clock, router, pools, resigner, late, requestIds, mutants));
    }
    return byLoop;
  }

  private HealthMonitor monitor(
      HealthCheck check, OffLoopResolver resolver, Optional<SslContext> trust, WallClock clock) {
    return new HealthMonitor(
        router,
        check,
        new PartitionedProbe(rules, new HealthProbe(controlLoop, resolver, trust, clock)),
        (delay, task) -> controlLoop.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS));
  }

  private ChannelInitializer<Channel> clientPipeline(Optional<SslContext> identity) {
    HttpDecoderConfig decoding =
        new HttpDecoderConfig()
            .setMaxInitialLineLength(8 << 10)
            .setMaxHeaderSize(64 << 10)
            .setMaxChunkSize(64 << 10);
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel channel) {
        LoopResources own = resources.get(channel.eventLoop());
        if (own == null) {
          throw new IllegalStateException("an event loop that is not the proxy's");
        }
        connections.incrementAndGet();
        channel.closeFuture().addListener(closed -> connections.decrementAndGet());
        // Clients are read when there is room for what they send: see Inbox.
        channel.config().setAutoRead(false);
        Origin origin = HeadFacts.ofConnection(channel);
        List<Hit> hits = rules.current().judgeConnection(origin);
        if (!hits.isEmpty()) {
          String client = origin.address() + ":" + origin.port();
          channel.pipeline().addLast(new ConnectionGate(own, hits, client));
          return;
        }
        identity.ifPresent(tls -> channel.pipeline().addLast(tls.newHandler(channel.alloc())));
        channel
            .pipeline()
            .addLast(
                new HttpServerCodec(decoding, PIPELINED_REQUESTS), new ClientHandler(channel, own));
      }
    };
  }

  private InetSocketAddress bind(
      String role,
      InetSocketAddress wanted,
      EventLoopGroup group,
      ChannelInitializer<Channel> pipeline) {
    ChannelFuture bound =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(tracked(pipeline))
            .bind(wanted)
            .awaitUninterruptibly();
    Throwable cause = bound.cause();
    if (cause instanceof BindException && String.valueOf(cause.getMessage()).contains("in use")) {
      throw new PortInUseException(role, wanted, cause);
    }
    if (cause != null) {
      throw new ProxyStartException(
          "The "
              + role
              + " cannot listen on "
              + wanted.getHostString()
              + ":"
              + wanted.getPort()
              + ": "
              + cause.getMessage(),
          cause);
    }
    channels.add(bound.channel());
    return (InetSocketAddress) bound.channel().localAddress();
  }

  private ChannelHandler tracked(ChannelInitializer<Channel> pipeline) {
    return new ChannelInitializer<Channel>() {
      @Override
      protected void initChannel(Channel channel) {
        channels.add(channel);
        channel.pipeline().addLast(pipeline);
      }
    };
  }

  private static EventLoopGroup eventLoops(int threads, String name) {
    return new MultiThreadIoEventLoopGroup(
        threads, new DefaultThreadFactory(name, true), NioIoHandler.newFactory());
  }

  private static Optional<SslContext> identity(ProxySettings settings) {
    try {
      return settings.identity().map(identity -> identity.context(settings.clock()));
    } catch (TlsSetupException e) {
      throw new ProxyStartException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Optional<SslContext> trust(ProxySettings settings) {
    boolean needed =
        settings.routing().upstreams().stream().anyMatch(upstream -> upstream.address().tls());
    try {
      return needed ? Optional.of(settings.trust().context()) : Optional.empty();
    } catch (TlsSetupException e) {
      throw new ProxyStartException(String.valueOf(e.getMessage()), e);
    }
  }
}
