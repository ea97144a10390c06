package dev.assay.proxy;

import dev.assay.fault.Criterion.Depth;
import dev.assay.fault.Hit;
import dev.assay.fault.RequestFacts;
import dev.assay.fault.RuleSet;
import dev.assay.proxy.inject.JsonBody;
import dev.assay.proxy.inject.KeyFacts;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.CompositeByteBuf;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.EventExecutor;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The request is kept until it is whole, because a rule must look at its body or has something to
 * do to it; then it suffers its faults, or goes to the store like any other.
 */
final class Holding implements RequestFlow {
  private final ClientHandler client;
  private final ClientAnswer answer;
  private final LoopResources resources;
  private final EventExecutor loop;
  private final HttpRequest request;
  private final Judgement judgement;
  private final CompositeByteBuf held;
  private @Nullable Forwarding forwarding;
  private @Nullable FaultedExchange faulted;
  private boolean released;

  /** When the rules decide: at the head already, or once the body tells the rest. */
  sealed interface Judgement {
    record Made(RequestFacts head, List<Hit> hits) implements Judgement {}

    record Pending(RuleSet rules, RequestFacts head, Depth depth) implements Judgement {}
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
    switch (judgement) {
      case Judgement.Made(RequestFacts head, List<Hit> hits) -> {
        byte[] body = ByteBufUtil.getBytes(held);
        suffer(facts(head, body, Depth.KEYS), hits, body);
      }
      case Judgement.Pending(RuleSet rules, RequestFacts head, Depth depth) -> {
        byte[] body = ByteBufUtil.getBytes(held);
        RequestFacts facts = facts(head, body, depth);
        List<Hit> hits = rules.judge(facts);
        answer.notes().touched(hits);
        if (hits.isEmpty()) {
          forward(last);
        } else {
          suffer(depth == Depth.KEYS ? facts : facts(head, body, Depth.KEYS), hits, body);
        }
      }
    }
  }

  /** A body that cannot be read tells nothing, so that no rule that asks about it matches. */
  private RequestFacts facts(RequestFacts head, byte[] body, Depth depth) {
    String encoding = request.headers().get(HttpHeaderNames.CONTENT_ENCODING);
    Set<String> tables = TableNames.inWhole(new ByteArrayInputStream(body), encoding);
    if (depth != Depth.KEYS) {
      return head.withBody(tables, Set.of(), List.of());
    }
    return JsonBody.read(body, encoding)
        .map(KeyFacts::in)
        .map(keys -> head.withBody(tables, keys.indexes(), keys.keys()))
        .orElse(head);
  }

  private void suffer(RequestFacts facts, List<Hit> hits, byte[] body) {
    release();
    FaultedExchange next =
        new FaultedExchange(client, answer, resources, loop, request, body, facts, hits);
    faulted = next;
    next.start();
  }

  private void forward(LastHttpContent last) {
    Forwarding next = new Forwarding(client, answer, resources, request);
    forwarding = next;
    next.start();
    released = true;
    next.body(new DefaultLastHttpContent(held, last.trailingHeaders()));
  }

  @Override
  public void clientTakesMore(boolean taking) {
    if (forwarding != null) {
      forwarding.clientTakesMore(taking);
    }
    if (faulted != null) {
      faulted.clientTakesMore(taking);
    }
  }

  @Override
  public void giveUp() {
    if (forwarding != null) {
      forwarding.giveUp();
    }
    if (faulted != null) {
      faulted.giveUp();
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
