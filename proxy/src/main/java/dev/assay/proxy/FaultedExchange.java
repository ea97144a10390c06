package dev.assay.proxy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.fault.Ending;
import dev.assay.fault.ErrorAnswer;
import dev.assay.fault.Hit;
import dev.assay.fault.LateDelivery;
import dev.assay.fault.Pacing;
import dev.assay.fault.Partial;
import dev.assay.fault.Refusing;
import dev.assay.fault.RequestFacts;
import dev.assay.fault.ServiceFailure;
import dev.assay.fault.Severing;
import dev.assay.fault.Side;
import dev.assay.proxy.inject.Cut;
import dev.assay.proxy.inject.JsonBody;
import dev.assay.proxy.journal.Exchange;
import dev.assay.proxy.journal.Outcome;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A whole request, and the faults that it suffers one after the other.
 *
 * <pre>
 *   delay ─► stall ─► end? ─► cut ─► store (once or twice) ─► delay ─► stall ─► end? ─► damage ─► client
 *                                └─► mutants ─► store ─┘
 * </pre>
 */
final class FaultedExchange {
  /** How often a stalled exchange looks whether its rule is still in force. */
  private static final long LOOK_AGAIN_MS = 5;

  private final ClientHandler client;
  private final ClientAnswer answer;
  private final LoopResources resources;
  private final EventExecutor loop;
  private final RequestFacts facts;
  private final FaultPlan plan;
  private final List<Consumer<ObjectNode>> putBacks = new ArrayList<>(0);
  private HttpRequest request;
  private byte[] body;
  private @Nullable Future<?> waiting;
  private @Nullable WholeCall call;
  private @Nullable MutatedCall mutated;
  private @Nullable Forwarding forwarding;
  private @Nullable HeldRequest held;
  private @Nullable AnswerSender sender;

  FaultedExchange(
      ClientHandler client,
      ClientAnswer answer,
      LoopResources resources,
      EventExecutor loop,
      HttpRequest request,
      byte[] body,
      RequestFacts facts,
      List<Hit> hits) {
    this.client = client;
    this.answer = answer;
    this.resources = resources;
    this.loop = loop;
    this.request = request;
    this.body = body;
    this.facts = facts;
    this.plan = new FaultPlan(hits);
  }

  void start() {
    pass(plan.request(), this::sendOrEnd);
  }

  /** Waits as long as the faults of one way ask for. */
  private void pass(FaultPlan.Way way, Runnable then) {
    client.awaitNobody();
    later(way.delayMs(), () -> unstalled(way.stalls(), then));
  }

  private void later(long ms, Runnable then) {
    waiting = null;
    if (ms == 0) {
      then.run();
    } else {
      waiting = loop.schedule(then, ms, TimeUnit.MILLISECONDS);
    }
  }

  private void unstalled(List<Hit> stalls, Runnable then) {
    // Looking at the rules is what notices that a dead man's switch has gone off.
    resources.rules().current();
    if (stalls.stream().noneMatch(Hit::lasts)) {
      waiting = null;
      then.run();
    } else {
      waiting = loop.schedule(() -> unstalled(stalls, then), LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
    }
  }

  private void sendOrEnd() {
    Optional<Hit> end = plan.request().end();
    if (end.isEmpty()) {
      cut();
    } else if (end.get().fault() instanceof LateDelivery late) {
      holdBack(end.get(), late);
    } else {
      end(end.get());
    }
  }

  private void end(Hit hit) {
    switch (hit.fault()) {
      case Severing severing -> sever(hit, severing.ending(), severing.on());
      case Refusing refusing -> refuse(FaultError.of(refusing, facts, request, body, resources));
      default -> throw new AssertionError(hit.fault().kind() + " ends nothing");
    }
  }

  private void refuse(FullHttpResponse error) {
    answer.refuse(error, Outcome.REFUSED_BY_RULE, "");
  }

  private void sever(Hit hit, Ending ending, Side on) {
    switch (ending) {
      case ERROR -> refuse(internalError());
      case SILENCE ->
          unstalled(List.of(hit), () -> answer.drop(Ending.CLOSE, dropped(hit, ending, on)));
      case CLOSE, RESET, HALF_CLOSE -> answer.drop(ending, dropped(hit, ending, on));
    }
  }

  private static String dropped(Hit hit, Ending ending, Side on) {
    String what =
        switch (ending) {
          case CLOSE -> "closed the client's connection";
          case RESET -> "reset the client's connection";
          case HALF_CLOSE -> "closed the proxy's half of the client's connection";
          case SILENCE -> "kept silent until it was out of force";
          case ERROR -> "answered with an error";
        };
    return "rule "
        + hit.rule()
        + " "
        + what
        + (on == Side.REQUEST ? " before the store saw the request" : " in place of the answer");
  }

  private FullHttpResponse internalError() {
    return FaultError.of(
        new ErrorAnswer(ServiceFailure.INTERNAL_SERVER_ERROR, Optional.empty(), Side.REQUEST),
        facts,
        request,
        body,
        resources);
  }

  private void holdBack(Hit hit, LateDelivery late) {
    HeldRequest kept = new HeldRequest(resources, loop, request, body, answer.notes(), hit, late);
    held = kept;
    kept.hold();
    sever(hit, late.ending(), Side.REQUEST);
    if (answer.over()) {
      kept.clientIsGone();
    }
  }

  /** Takes out of the request what partial faults keep from the store. */
  private void cut() {
    Optional<ObjectNode> json =
        plan.partials().isEmpty()
            ? Optional.empty()
            : JsonBody.read(body, request.headers().get(HttpHeaderNames.CONTENT_ENCODING));
    boolean shortened = false;
    for (Hit hit : json.isEmpty() ? List.<Hit>of() : plan.partials()) {
      switch (Cut.of((Partial) hit.fault(), json.get(), hit.random())) {
        case Cut.Nothing() -> {}
        case Cut.Shortened(ObjectNode changed, Consumer<ObjectNode> putBack) -> {
          shortened = true;
          putBacks.add(putBack);
        }
        case Cut.Answered(ObjectNode known) -> {
          give(WholeAnswer.of(known, resources.requestIds().next()), Outcome.REFUSED_BY_RULE);
          return;
        }
        case Cut.Everything() -> {
          refuse(FaultError.throttled(facts, resources));
          return;
        }
      }
    }
    if (shortened) {
      body = JsonBody.write(json.orElseThrow());
      request = withLength(request, body.length);
    }
    send();
  }

  private static HttpRequest withLength(HttpRequest request, int length) {
    HttpHeaders headers = request.headers().copy();
    headers.remove(HttpHeaderNames.TRANSFER_ENCODING).remove(HttpHeaderNames.CONTENT_ENCODING);
    headers.set(HttpHeaderNames.CONTENT_LENGTH, length);
    return new DefaultHttpRequest(
        request.protocolVersion(), request.method(), request.uri(), headers);
  }

  private void send() {
    Optional<Pacing> pacing = plan.request().pacing();
    if (plan.sparesAnswer() && pacing.isEmpty()) {
      Forwarding next = new Forwarding(client, answer, resources, request);
      forwarding = next;
      next.start();
      next.body(new DefaultLastHttpContent(Unpooled.wrappedBuffer(body)));
    } else if (!plan.mutations().isEmpty() && !isHousekeeping()) {
      mutate();
    } else {
      call(
          answer.notes(),
          pacing,
          this::answeredOnce,
          failure -> FailedUpstream.tell(failure, client.upstreamOf(answer), answer, resources));
    }
  }

  /** The suite clears up after itself: a mutant in that would meet the next scenario. */
  private boolean isHousekeeping() {
    return Exchange.HOUSEKEEPING.equals(request.headers().get(Exchange.SCENARIO_HEADER));
  }

  private void mutate() {
    client.awaitStore();
    MutatedCall begun =
        new MutatedCall(
            resources,
            loop,
            request,
            body,
            answer.notes(),
            client::awaitStore,
            new WholeCall.End() {
              @Override
              public void answered(WholeAnswer whole) {
                mutated = null;
                back(whole);
              }

              @Override
              public void failed(UpstreamFailure failure) {
                mutated = null;
                FailedUpstream.tell(failure, client.upstreamOf(answer), answer, resources);
              }
            });
    mutated = begun;
    begun.start(plan.mutations());
  }

  private void call(
      ExchangeNotes notes,
      Optional<Pacing> pacing,
      Consumer<WholeAnswer> answered,
      Consumer<UpstreamFailure> failed) {
    if (pacing.isPresent()) {
      client.awaitNobody();
    } else {
      client.awaitStore();
    }
    WholeCall begun =
        new WholeCall(
            resources,
            loop,
            request,
            body,
            notes,
            client::progress,
            new WholeCall.End() {
              @Override
              public void answered(WholeAnswer whole) {
                call = null;
                answered.accept(whole);
              }

              @Override
              public void failed(UpstreamFailure failure) {
                call = null;
                failed.accept(failure);
              }
            });
    call = begun;
    begun.start(pacing);
  }

  private void answeredOnce(WholeAnswer first) {
    if (plan.twice().isEmpty()) {
      back(first);
      return;
    }
    ExchangeNotes again = answer.notes().further();
    call(
        again,
        Optional.empty(),
        second -> {
          again.answering(second.head());
          again.responseBytes(Unpooled.wrappedBuffer(second.body()));
          second(again, "the store answered " + second.head().status().code());
          back(plan.twice().get().answersSecond() ? second : first);
        },
        failure -> {
          second(again, FailedUpstream.reason(failure));
          back(first);
        });
  }

  private void second(ExchangeNotes again, String result) {
    long now = again.now();
    String detail = "a rule delivered the request a second time: " + result;
    resources
        .journal()
        .append(() -> again.toExchange(Outcome.DELIVERED_TWICE, detail, now), again.heldBytes());
  }

  private void back(WholeAnswer given) {
    WholeAnswer whole = given;
    if (whole.succeeded()) {
      for (Consumer<ObjectNode> putBack : putBacks) {
        whole = whole.changed(putBack);
      }
    }
    WholeAnswer complete = whole;
    pass(
        plan.response(),
        () -> {
          if (plan.response().end().isPresent()) {
            end(plan.response().end().get());
          } else {
            give(complete, Outcome.ANSWERED);
          }
        });
  }

  private void give(WholeAnswer whole, Outcome outcome) {
    client.awaitNobody();
    answer.endsAs(outcome);
    AnswerSender begun =
        new AnswerSender(answer, loop, whole, plan.spoilings(), plan.response().pacing());
    sender = begun;
    begun.start();
  }

  void clientTakesMore(boolean taking) {
    if (forwarding != null) {
      forwarding.clientTakesMore(taking);
    }
  }

  void giveUp() {
    if (waiting != null) {
      waiting.cancel(false);
      waiting = null;
    }
    if (call != null) {
      call.cancel();
      call = null;
    }
    if (mutated != null) {
      mutated.cancel();
      mutated = null;
    }
    if (forwarding != null) {
      forwarding.giveUp();
    }
    if (sender != null) {
      sender.cancel();
    }
    if (held != null) {
      held.clientIsGone();
    }
  }
}
