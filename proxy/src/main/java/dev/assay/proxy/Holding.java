package dev.assay.proxy;

import dev.assay.fault.AddedLatency;
import dev.assay.fault.Hit;
import dev.assay.fault.Mutation;
import dev.assay.fault.RequestFacts;
import dev.assay.fault.RuleSet;
import dev.assay.fault.Throttling;
import dev.assay.proxy.journal.Outcome;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.CompositeByteBuf;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The request is kept until it is whole, because a rule must look at its body or has something to
 * do to it; then the faults happen in this order: latencies add up, the first refusal in the order
 * of the rules answers, else it goes to the store, past the mutants if there are any.
 */
final class Holding implements RequestFlow {
  private final ClientHandler client;
  private final ClientAnswer answer;
  private final LoopResources resources;
  private final EventExecutor loop;
  private final HttpRequest request;
  private final Judgement judgement;
  private final CompositeByteBuf held;
  private @Nullable Future<?> delay;
  private @Nullable RequestFlow further;
  private boolean released;

  /** When the rules decide: at the head already, or once the body tells the tables. */
  sealed interface Judgement {
    record Made(List<Hit> hits) implements Judgement {}

    record Pending(RuleSet rules) implements Judgement {}
  }

  Holding(
      ClientHandler client,
      ClientAnswer answer,
      LoopResources resources,
      EventExecutor loop,
      HttpRequest request,
      Judgement judgement,
      CompositeByteBuf held) {
    this.client = client;
    this.answer = answer;
    this.resources = resources;
    this.loop = loop;
    this.request = request;
    this.judgement = judgement;
    this.held = held;
  }

  @Override
  public void body(HttpContent piece) {
    held.addComponent(true, piece.content());
    if (piece instanceof LastHttpContent last) {
      whole(last);
    } else {
      client.readMore();
    }
  }

  private void whole(LastHttpContent last) {
    RequestFacts facts = facts();
    List<Hit> hits =
        switch (judgement) {
          case Judgement.Made(List<Hit> made) -> made;
          case Judgement.Pending(RuleSet rules) -> rules.judge(facts);
        };
    answer.notes().touched(hits);
    long delayMs = 0;
    Optional<Throttling> refusal = Optional.empty();
    for (Hit hit : hits) {
      switch (hit.fault()) {
        case AddedLatency latency -> delayMs += latency.latencyMs();
        case Throttling throttling -> refusal = refusal.or(() -> Optional.of(throttling));
        case Mutation mutation -> {
          // Below: the mutants work on the whole exchange.
        }
      }
    }
    Optional<Throttling> decided = refusal;
    Runnable proceed = () -> proceed(facts, hits, decided, last);
    if (delayMs == 0) {
      proceed.run();
    } else {
      client.awaitNobody();
      delay = loop.schedule(proceed, delayMs, TimeUnit.MILLISECONDS);
    }
  }

  private RequestFacts facts() {
    ByteBuf view = held.duplicate();
    String encoding = request.headers().get(HttpHeaderNames.CONTENT_ENCODING);
    Set<String> tables = TableNames.in(new ByteBufInputStream(view), encoding);
    return new RequestFacts(ExchangeNotes.operationOf(request), tables);
  }

  private void proceed(
      RequestFacts facts, List<Hit> hits, Optional<Throttling> refusal, LastHttpContent last) {
    delay = null;
    if (refusal.isPresent()) {
      release();
      String authorization = request.headers().get(HttpHeaderNames.AUTHORIZATION);
      ServiceError error = ThrottlingError.of(refusal.get().refusal(), facts, authorization);
      answer.refuse(error.toResponse(resources.requestIds().next()), Outcome.REFUSED_BY_RULE, "");
      return;
    }
    if (Mutating.isDue(hits, request)) {
      Mutating mutating = new Mutating(client, answer, resources, loop, request);
      further = mutating;
      byte[] body = ByteBufUtil.getBytes(held);
      release();
      mutating.start(hits, body);
      return;
    }
    Forwarding next = new Forwarding(client, answer, resources, request);
    further = next;
    next.start();
    released = true;
    next.body(new DefaultLastHttpContent(held, last.trailingHeaders()));
  }

  @Override
  public void clientTakesMore(boolean taking) {
    if (further != null) {
      further.clientTakesMore(taking);
    }
  }

  @Override
  public void giveUp() {
    if (delay != null) {
      delay.cancel(false);
      delay = null;
    }
    if (further != null) {
      further.giveUp();
    }
    release();
  }

  private void release() {
    if (!released) {
      released = true;
      held.release();
    }
  }
}
