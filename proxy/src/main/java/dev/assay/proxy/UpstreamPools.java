package dev.assay.proxy;

import dev.assay.proxy.route.Upstream;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslContext;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The pools of one event loop, one for each upstream; made when first used. */
final class UpstreamPools {
  private final EventLoop loop;
  private final Patience patience;
  private final @Nullable SslContext tls;
  private final OffLoopResolver resolver;
  private final Consumer<Channel> onOpened;
  private final Map<String, UpstreamPool> byName = new HashMap<>();

  UpstreamPools(
      EventLoop loop,
      Patience patience,
      @Nullable SslContext tls,
      OffLoopResolver resolver,
      Consumer<Channel> onOpened) {
    this.loop = loop;
    this.patience = patience;
    this.tls = tls;
    this.resolver = resolver;
    this.onOpened = onOpened;
  }

  /** The pool of connections to an upstream. */
  UpstreamPool to(Upstream upstream) {
    return byName.computeIfAbsent(
        upstream.name(),
        name ->
            new UpstreamPool(
                loop,
                upstream.address(),
                patience,
                upstream.address().tls() ? tls : null,
                resolver,
                onOpened));
  }
}
