package dev.assay.proxy;

import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import org.jspecify.annotations.Nullable;

/** The request goes to the store as it comes in, and the answer back as it comes out. */
final class Forwarding implements RequestFlow, UpstreamCall.Listener {
  private final ClientHandler client;
  private final ClientAnswer answer;
  private final LoopResources resources;
  private final UpstreamCall call;
  private @Nullable UpstreamFailure failureToTell;

  Forwarding(
      ClientHandler client, ClientAnswer answer, LoopResources resources, HttpRequest request) {
    this.client = client;
    this.answer = answer;
    this.resources = resources;
    this.call =
        new UpstreamCall(
            resources.pool(), ForwardedHead.of(request, resources.settings().upstream()), this);
  }

  void start() {
    client.awaitStore();
    call.start();
  }

  @Override
  public void body(HttpContent piece) {
    UpstreamFailure failure = failureToTell;
    if (failure != null) {
      boolean last = piece instanceof LastHttpContent;
      piece.release();
      if (last) {
        tell(failure);
      } else {
        client.readMore();
      }
      return;
    }
    if (piece instanceof LastHttpContent) {
      answer.notes().forwardedWhole();
    }
    client.awaitStore();
    call.send(piece);
  }

  @Override
  public void clientTakesMore(boolean taking) {
    call.readAnswer(taking);
    if (taking) {
      client.awaitStore();
    } else {
      client.awaitClient();
    }
  }

  @Override
  public void giveUp() {
    call.cancel();
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
    FailedUpstream.tell(failure, answer, resources);
  }
}
