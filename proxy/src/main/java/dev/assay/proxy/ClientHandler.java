package dev.assay.proxy;

import dev.assay.fault.Criterion.Depth;
import dev.assay.fault.Hit;
import dev.assay.fault.RequestFacts;
import dev.assay.fault.RuleSet;
import dev.assay.proxy.journal.Outcome;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection: takes its requests one after the other and sees each to its end.
 *
 * <pre>
 *                        ┌──────────────────────────── ClientHandler ───────────────────────────┐
 *   client ──► HttpServerCodec ──► Inbox ──► head ──► rules ──┬─ none fires ──► Forwarding ──┐  │
 *     ▲                   (one at a time)                     ├─ may fire ────► Holding ─────┤  │
 *     │                                                       └─ over ────────► Discarding   │  │
 *     │                                                                                      ▼  │
 *     └─────────────── ClientAnswer ◄──────────────────────────────────────────── UpstreamCall  │
 *                        └─► Journal                                                            │
 *                        └──────────────────────────────────────────────────────────────────────┘
 * </pre>
 */
final class ClientHandler extends ChannelInboundHandlerAdapter {
  private static final long SATURATED_PAUSE_MS = 1;

  private enum Awaited {
    CLIENT,
    STORE
  }

  private final LoopResources resources;
  private final Channel channel;
  private final Inbox inbox;
  private final StallTimer timer;
  private final String clientName;
  private Awaited awaited = Awaited.CLIENT;
  private @Nullable ClientAnswer answer;
  private @Nullable RequestFlow flow;
  private boolean requestIsWhole;
  private String goneBecause = "the client disconnected";

  ClientHandler(Channel channel, LoopResources resources) {
    this.channel = channel;
    this.resources = resources;
    this.inbox = new Inbox(channel, this::take, this::pause);
    this.timer = new StallTimer(channel.eventLoop(), this::stalled);
    this.clientName =
        channel.remoteAddress() instanceof InetSocketAddress remote
            ? remote.getAddress().getHostAddress() + ":" + remote.getPort()
            : "unknown";
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    inbox.want();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    inbox.add((HttpObject) message);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    inbox.readComplete();
  }

  private void pause() {
    if (flow != null) {
      flow.pause();
    }
  }

  private void take(HttpObject message) {
    if (flow == null && message instanceof HttpRequest head) {
      begin(head);
    } else if (flow != null && message instanceof HttpContent piece) {
      continueWith(piece, flow);
    } else {
      // What follows a request that could not be read has no meaning.
      ReferenceCountUtil.release(message);
      close();
    }
  }

  private void begin(HttpRequest head) {
    ExchangeNotes notes =
        new ExchangeNotes(
            head, clientName, resources.clock(), resources.settings().journalBodyBytes());
    ClientAnswer begun =
        new ClientAnswer(channel, head, resources.journal(), notes, this::answered);
    answer = begun;
    requestIsWhole = false;
    flow = new Discarding(this);
    if (resources.settings().journalFailure() == JournalFailure.REFUSE
        && resources.journal().failed()) {
      ReferenceCountUtil.release(head);
      begun.refuseUnrecorded(journalFailed());
    } else if (head.decoderResult().isFailure()) {
      // The decoder throws away all that follows, so no end of the body will be seen.
      requestIsWhole = true;
      ReferenceCountUtil.release(head);
      malformed(String.valueOf(head.decoderResult().cause().getMessage()), begun);
    } else if (head.method().equals(HttpMethod.CONNECT)) {
      malformed("CONNECT is not served", begun);
    } else if (HttpUtil.getContentLength(head, 0L) > ProxySettings.MAX_BODY_BYTES) {
      tooLarge(begun);
    } else {
      if (HttpUtil.is100ContinueExpected(head)) {
        channel.writeAndFlush(
            new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER));
      }
      choose(head, begun);
    }
  }

  private FullHttpResponse journalFailed() {
    String reason =
        resources.journal().failure().map(Throwable::getMessage).orElse("The journal failed.");
    return ServiceError.journalFailed(reason).toResponse(resources.requestIds().next());
  }

  /** The rules in force when the head is read decide on the whole request. */
  private void choose(HttpRequest head, ClientAnswer begun) {
    RuleSet rules = resources.rules().current();
    if (rules.sparesRequests()) {
      forward(head, begun);
      return;
    }
    RequestFacts facts = HeadFacts.of(head, channel, resources.route(head, begun.notes()));
    Depth depth = rules.depthFor(facts);
    if (depth != Depth.HEAD) {
      hold(head, begun, new Holding.Judgement.Pending(rules, facts, depth));
      return;
    }
    List<Hit> hits = rules.judge(facts);
    begun.notes().touched(hits);
    if (hits.isEmpty()) {
      forward(head, begun);
    } else {
      hold(head, begun, new Holding.Judgement.Made(facts, hits));
    }
  }

  private void forward(HttpRequest head, ClientAnswer begun) {
    Forwarding forwarding = new Forwarding(this, begun, resources, head);
    flow = forwarding;
    forwarding.start();
  }

  private void hold(HttpRequest head, ClientAnswer begun, Holding.Judgement judgement) {
    flow =
        new Holding(
            this,
            begun,
            resources,
            channel.eventLoop(),
            head,
            judgement,
            channel.alloc().compositeBuffer(Integer.MAX_VALUE));
    readMore();
  }

  private void continueWith(HttpContent piece, RequestFlow current) {
    ClientAnswer pending = answer;
    timer.progress();
    if (pending != null && !pending.over()) {
      pending.notes().requestBytes(piece.content());
      if (piece.decoderResult().isFailure()) {
        requestIsWhole = true;
        piece.release();
        current.giveUp();
        malformed(String.valueOf(piece.decoderResult().cause().getMessage()), pending);
        return;
      }
      if (pending.notes().requestBodyBytes() > ProxySettings.MAX_BODY_BYTES) {
        requestIsWhole = piece instanceof LastHttpContent;
        piece.release();
        current.giveUp();
        tooLarge(pending);
        return;
      }
    }
    boolean last = piece instanceof LastHttpContent;
    requestIsWhole |= last;
    current.body(piece);
    if (!last) {
      return;
    }
    if (pending == null || pending.over()) {
      if (current instanceof Discarding) {
        endOfExchange(pending);
      }
    } else {
      inbox.watch();
    }
  }

  private void malformed(String reason, ClientAnswer pending) {
    pending.lastOfConnection();
    refuse(ServiceError.malformed(reason), Outcome.MALFORMED_REQUEST, pending);
  }

  private void tooLarge(ClientAnswer pending) {
    pending.lastOfConnection();
    refuse(ServiceError.bodyTooLarge(), Outcome.BODY_TOO_LARGE, pending);
  }

  private void refuse(ServiceError error, Outcome outcome, ClientAnswer pending) {
    pending.refuse(error.toResponse(resources.requestIds().next()), outcome, error.message());
  }

  private void answered(ClientAnswer ended) {
    if (!resources.late().isEmpty()) {
      ExchangeNotes notes = ended.notes();
      notes.answeredBody().ifPresent(body -> resources.late().answered(notes.operation(), body));
    }
    if (requestIsWhole) {
      endOfExchange(ended);
    } else {
      flow = new Discarding(this);
      readMore();
    }
  }

  private void endOfExchange(@Nullable ClientAnswer ended) {
    timer.rest();
    flow = null;
    answer = null;
    if (ended == null || !ended.keepsConnection()) {
      channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    } else {
      readNext();
    }
  }

  private void readNext() {
    if (resources.journal().saturated()) {
      // The disk is behind: clients wait, and nothing is lost.
      channel.eventLoop().schedule(this::readNext, SATURATED_PAUSE_MS, TimeUnit.MILLISECONDS);
    } else {
      inbox.want();
    }
  }

  /** Asks for the next piece of the request. */
  void readMore() {
    awaitClient();
    inbox.want();
  }

  boolean requestIsWhole() {
    return requestIsWhole;
  }

  /** Where the exchange went, for a sentence about it. */
  String upstreamOf(ClientAnswer exchange) {
    return resources.router().routing().upstreams().stream()
        .filter(upstream -> upstream.name().equals(exchange.notes().upstream()))
        .findFirst()
        .orElseGet(() -> resources.router().routing().upstreams().getFirst())
        .address()
        .toString();
  }

  ByteBufAllocator alloc() {
    return channel.alloc();
  }

  void close() {
    channel.close();
  }

  void awaitClient() {
    awaited = Awaited.CLIENT;
    timer.await(resources.settings().clientTimeout());
  }

  void awaitStore() {
    awaited = Awaited.STORE;
    timer.await(resources.settings().upstreamTimeout());
  }

  void awaitNobody() {
    timer.rest();
  }

  void progress() {
    timer.progress();
  }

  private void stalled() {
    ClientAnswer pending = answer;
    if (flow != null) {
      flow.giveUp();
    }
    if (pending == null || pending.over()) {
      close();
      return;
    }
    switch (awaited) {
      case CLIENT -> {
        // Nothing more is expected, so the connection is closed behind the answer.
        requestIsWhole = true;
        pending.lastOfConnection();
        long millis = resources.settings().clientTimeout().toMillis();
        refuse(ServiceError.clientStalled(millis), Outcome.CLIENT_STALLED, pending);
      }
      case STORE -> {
        long millis = resources.settings().upstreamTimeout().toMillis();
        ServiceError error = ServiceError.timedOut(upstreamOf(pending), millis);
        refuse(error, Outcome.UPSTREAM_TIMED_OUT, pending);
      }
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (flow != null && answer != null && !answer.over()) {
      flow.clientTakesMore(channel.isWritable());
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    goneBecause = "the client's connection failed: " + cause.getMessage();
    close();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    timer.end();
    inbox.clear();
    if (flow != null) {
      flow.giveUp();
      flow = null;
    }
    if (answer != null && !answer.over()) {
      String when =
          requestIsWhole
              ? " before it had the whole answer"
              : " after sending " + answer.notes().requestBodyBytes() + " bytes of its body";
      answer.abandon(Outcome.CLIENT_GONE, goneBecause + when);
    }
    answer = null;
  }
}
