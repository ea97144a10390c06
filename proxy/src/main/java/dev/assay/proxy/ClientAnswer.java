package dev.assay.proxy;

import dev.assay.fault.Ending;
import dev.assay.proxy.journal.Journal;
import dev.assay.proxy.journal.Outcome;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.function.Consumer;

/**
 * What one exchange's client gets: exactly one answer, the store's or ours, and exactly one line in
 * the journal. The line is handed over before the answer's last bytes leave, so that a client that
 * has its answer finds it in the journal.
 */
final class ClientAnswer {
  private final Channel client;
  private final Journal journal;
  private final ExchangeNotes notes;
  private final Consumer<ClientAnswer> onEnd;
  private final boolean speaksHttp11;
  private final boolean isHead;
  private boolean keepAlive;
  private boolean begun;
  private boolean over;
  private Outcome ending = Outcome.ANSWERED;

  /**
   * @param onEnd told when the client has all that it will get
   */
  ClientAnswer(
      Channel client,
      HttpRequest request,
      Journal journal,
      ExchangeNotes notes,
      Consumer<ClientAnswer> onEnd) {
    this.client = client;
    this.journal = journal;
    this.notes = notes;
    this.onEnd = onEnd;
    this.speaksHttp11 = request.protocolVersion().equals(HttpVersion.HTTP_1_1);
    this.isHead = request.method().equals(HttpMethod.HEAD);
    this.keepAlive = HttpUtil.isKeepAlive(request);
  }

  ExchangeNotes notes() {
    return notes;
  }

  boolean begun() {
    return begun;
  }

  boolean over() {
    return over;
  }

  /** Whether the client's connection may serve another request after this. */
  boolean keepsConnection() {
    return keepAlive;
  }

  /**
   * The connection ends with this answer, for what is left of the request cannot be trusted or is
   * not worth reading.
   */
  void lastOfConnection() {
    keepAlive = false;
  }

  /** What the journal shall say when the client has the whole answer. */
  void endsAs(Outcome outcome) {
    ending = outcome;
  }

  /** Begins to pass on the store's answer. */
  void head(HttpResponse fromStore) {
    HttpResponse head = ForwardedHead.of(fromStore);
    boolean framed = HttpUtil.isContentLengthSet(head) || HttpUtil.isTransferEncodingChunked(head);
    boolean bodiless = isHead || head.status().code() == 204 || head.status().code() == 304;
    if (!framed && !bodiless) {
      // The store marks the end by closing; so must we.
      keepAlive = false;
    }
    if (!speaksHttp11 && HttpUtil.isTransferEncodingChunked(head)) {
      head.headers().remove(HttpHeaderNames.TRANSFER_ENCODING);
      keepAlive = false;
    }
    sayWhetherTheConnectionStays(head);
    notes.answering(head);
    begun = true;
    client.write(head);
  }

  /** Passes on a piece of the store's answer. */
  void content(HttpContent piece) {
    if (over) {
      piece.release();
      return;
    }
    notes.responseBytes(piece.content());
    if (piece instanceof LastHttpContent) {
      over = true;
      client.write(piece);
      record(ending, "");
      client.flush();
      onEnd.accept(this);
    } else {
      client.writeAndFlush(piece);
    }
  }

  /**
   * Answers in the store's place; if the store's answer has begun, all that can be done is to break
   * it off.
   */
  void refuse(FullHttpResponse answer, Outcome outcome, String detail) {
    if (over) {
      answer.release();
      return;
    }
    if (begun) {
      answer.release();
      abandon(outcome, detail);
      return;
    }
    over = true;
    sayWhetherTheConnectionStays(answer);
    notes.answering(answer);
    notes.responseBytes(answer.content());
    client.write(answer);
    record(outcome, detail);
    client.flush();
    onEnd.accept(this);
  }

  /** Answers in the store's place while there is no journal to tell it to. */
  void refuseUnrecorded(FullHttpResponse answer) {
    over = true;
    sayWhetherTheConnectionStays(answer);
    client.writeAndFlush(answer);
    onEnd.accept(this);
  }

  /** Ends the exchange without a (whole) answer: the client's connection is closed. */
  void abandon(Outcome outcome, String detail) {
    if (!over) {
      over = true;
      keepAlive = false;
      record(outcome, detail);
      client.close();
    }
  }

  /** Ends the exchange as a fault wants it: the client gets no answer, or no more of it. */
  void drop(Ending how, String detail) {
    if (over) {
      return;
    }
    over = true;
    keepAlive = false;
    record(Outcome.DROPPED_BY_RULE, detail);
    switch (how) {
      case RESET -> {
        client.config().setOption(ChannelOption.SO_LINGER, 0);
        client.close();
      }
      case HALF_CLOSE -> Deafness.befall(client);
      case CLOSE, SILENCE, ERROR ->
          client.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }
  }

  private void sayWhetherTheConnectionStays(HttpResponse head) {
    if (!keepAlive) {
      head.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    } else if (!speaksHttp11) {
      head.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
    }
  }

  private void record(Outcome outcome, String detail) {
    long answeredNanos = notes.now();
    notes.over();
    journal.append(() -> notes.toExchange(outcome, detail, answeredNanos), notes.heldBytes());
  }
}
