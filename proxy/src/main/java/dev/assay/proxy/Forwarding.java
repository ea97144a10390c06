package dev.assay.proxy;

import dev.assay.proxy.route.Upstream;
import dev.assay.proxy.sign.Resigner;
import dev.assay.proxy.sign.SignedScope;
import dev.assay.proxy.sign.SigningException;
import io.netty.buffer.CompositeByteBuf;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The request goes to the store as it comes in, and the answer back as it comes out. Where requests
 * are signed anew the request is kept until it is whole, because a signature covers all of it.
 */
final class Forwarding implements RequestFlow, UpstreamCall.Listener {
  private final ClientHandler client;
  private final ClientAnswer answer;
  private final LoopResources resources;
  private final HttpRequest request;
  private @Nullable UpstreamCall call;
  private @Nullable CompositeByteBuf unsigned;
  private @Nullable UpstreamFailure failureToTell;

  Forwarding(
      ClientHandler client, ClientAnswer answer, LoopResources resources, HttpRequest request) {
    this.client = client;
    this.answer = answer;
    this.resources = resources;
    this.request = request;
  }

  void start() {
    if (resources.resigner().isPresent()) {
      unsigned = client.alloc().compositeBuffer(Integer.MAX_VALUE);
      if (!client.requestIsWhole()) {
        client.readMore();
      }
      return;
    }
    route()
        .ifPresentOrElse(
            upstream -> begin(ForwardedHead.of(request, upstream.address()), upstream),
            this::nowhere);
  }

  private Optional<Upstream> route() {
    return resources.route(request, answer.notes());
  }

  private void begin(HttpRequest head, Upstream upstream) {
    UpstreamCall begun = new UpstreamCall(resources.pools().to(upstream), head, this);
    call = begun;
    client.awaitStore();
    begun.start();
  }

  private void nowhere() {
    failed(new UpstreamFailure.NoUpstream(SignedScope.region(request.headers())));
  }

  @Override
  public void body(HttpContent piece) {
    UpstreamFailure failure = failureToTell;
    UpstreamCall begun = call;
    CompositeByteBuf collecting = unsigned;
    boolean last = piece instanceof LastHttpContent;
    if (failure != null) {
      piece.release();
      if (last) {
        tell(failure);
      } else {
        client.readMore();
      }
    } else if (begun != null) {
      if (last) {
        answer.notes().forwardedWhole();
      }
      client.awaitStore();
      begun.send(piece);
    } else if (collecting != null) {
      collecting.addComponent(true, piece.content());
      if (last) {
        sign(collecting);
      } else {
        client.readMore();
      }
    } else {
      piece.release();
    }
  }

  private void sign(CompositeByteBuf body) {
    unsigned = null;
    try {
      Optional<Upstream> chosen = route();
      if (chosen.isEmpty()) {
        nowhere();
        return;
      }
      Upstream upstream = chosen.get();
      Resigner resigner = resources.resigner().orElseThrow();
      FullHttpRequest signed =
          resigner.sign(
              ForwardedHead.of(request, upstream.address()),
              body,
              upstream.address().uri(),
              upstream.region());
      begin(
          new DefaultHttpRequest(
              signed.protocolVersion(), signed.method(), signed.uri(), signed.headers()),
          upstream);
      UpstreamCall begun = call;
      if (begun != null) {
        answer.notes().forwardedWhole();
        begun.send(new DefaultLastHttpContent(signed.content()));
      }
    } catch (SigningException e) {
      failed(new UpstreamFailure.NotSigned(String.valueOf(e.getMessage())));
    } finally {
      body.release();
    }
  }

  @Override
  public void clientTakesMore(boolean taking) {
    UpstreamCall begun = call;
    if (begun != null) {
      begun.readAnswer(taking);
    }
    if (taking) {
      client.awaitStore();
    } else {
      client.awaitClient();
    }
  }

  @Override
  public void pause() {
    UpstreamCall begun = call;
    if (begun != null) {
      begun.flush();
    }
  }

  @Override
  public void giveUp() {
    UpstreamCall begun = call;
    if (begun != null) {
      begun.cancel();
    }
    CompositeByteBuf collecting = unsigned;
    if (collecting != null) {
      unsigned = null;
      collecting.release();
    }
  }

  @Override
  public void forwarded() {
    answer.notes().forwarded();
  }

  @Override
  public void wantsMore() {
    // A request that was held is whole before the store's connection asks for it.
    if (!client.requestIsWhole()) {
      client.readMore();
    }
  }

  @Override
  public void answerHead(HttpResponse head) {
    client.progress();
    answer.notes().storeAnswered(head.status().code());
    if (!client.requestIsWhole()) {
      // The store did not need the rest; the client may still be sending it.
      answer.lastOfConnection();
    }
    answer.head(head);
  }

  @Override
  public void answerContent(HttpContent content) {
    client.progress();
    answer.content(content);
  }

  @Override
  public void failed(UpstreamFailure failure) {
    if (client.requestIsWhole() || answer.begun()) {
      tell(failure);
    } else {
      // The client hears it when it has sent its request, and the journal has the request.
      failureToTell = failure;
      client.readMore();
    }
  }

  private void tell(UpstreamFailure failure) {
    FailedUpstream.tell(failure, client.upstreamOf(answer), answer, resources);
  }
}
