package dev.assay.proxy.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.fault.RuleBook;
import dev.assay.proxy.journal.Journal;
import dev.assay.proxy.metrics.ProxyMetrics;
import dev.assay.proxy.route.Router;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;

/**
 * Sets up the connections of the control API. Its handlers read files, so they need an event loop
 * of their own.
 */
public final class ControlPipeline extends ChannelInitializer<Channel> {
  private static final int MAX_BODY_BYTES = 1 << 20;

  private final ControlApi api;

  /**
   * @param router knows the stores behind the proxy
   */
  public ControlPipeline(RuleBook rules, Journal journal, Router router, ProxyMetrics metrics) {
    this.api =
        new ControlApi(
            rules,
            journal,
            router,
            metrics,
            JsonNodeFactory.instance
                .objectNode()
                .put("name", "assay proxy")
                .put("upstream", router.routing().upstreams().getFirst().address().toString())
                .put("seed", rules.runSeed()));
  }

  @Override
  protected void initChannel(Channel channel) {
    channel
        .pipeline()
        .addLast(
            new HttpServerCodec(),
            new HttpObjectAggregator(MAX_BODY_BYTES),
            new ControlHandler(api));
  }
}
