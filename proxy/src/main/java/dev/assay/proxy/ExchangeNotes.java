package dev.assay.proxy;

import dev.assay.fault.Hit;
import dev.assay.proxy.journal.Exchange;
import dev.assay.proxy.journal.Knowledge;
import dev.assay.proxy.journal.Message;
import dev.assay.proxy.journal.Outcome;
import dev.assay.proxy.journal.Times;
import dev.assay.proxy.journal.Touch;
import dev.assay.proxy.route.Upstream;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.util.AsciiString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is seen of one exchange, in the order in which it happens; at its end it becomes a line of
 * the journal.
 */
final class ExchangeNotes {
  /** Enough of an error's body to find its type in, however little the journal keeps. */
  private static final int LEAST_CAPTURE_BYTES = 1024;

  /** Their hashes are worked out once, where those of strings would be for each look. */
  private static final AsciiString TARGET = AsciiString.cached("X-Amz-Target");

  private static final AsciiString SCENARIO = AsciiString.cached(Exchange.SCENARIO_HEADER);

  private final WallClock clock;
  private final int journalBodyBytes;
  private final String client;
  private final HttpRequest request;
  private final BodyCapture requestBody;
  private final BodyCapture responseBody;
  private final List<Hit> hits = new ArrayList<>(0);
  private final long receivedNanos;
  private long forwardedNanos;
  private long firstByteBackNanos;
  private boolean forwardedWhole;
  private int storeStatus;
  private int status;
  private @Nullable Upstream route;
  private @Nullable HttpHeaders responseHeaders;

  ExchangeNotes(HttpRequest request, String client, WallClock clock, int journalBodyBytes) {
    this.clock = clock;
    this.journalBodyBytes = journalBodyBytes;
    this.client = client;
    this.request = request;
    this.receivedNanos = clock.epochNanos();
    int capture = Math.max(journalBodyBytes, LEAST_CAPTURE_BYTES);
    this.requestBody = new BodyCapture(capture);
    this.responseBody = new BodyCapture(capture);
  }

  private ExchangeNotes(ExchangeNotes first) {
    this.clock = first.clock;
    this.journalBodyBytes = first.journalBodyBytes;
    this.client = first.client;
    this.request = first.request;
    this.receivedNanos = first.receivedNanos;
    this.requestBody = first.requestBody;
    this.responseBody = new BodyCapture(Math.max(journalBodyBytes, LEAST_CAPTURE_BYTES));
    this.hits.addAll(first.hits);
    this.route = first.route;
  }

  /** Notes of another delivery of the same request, which becomes a line of its own. */
  ExchangeNotes further() {
    return new ExchangeNotes(this);
  }

  /** The operation that the request's head names, or the empty string. */
  static String operationOf(HttpRequest request) {
    String target = request.headers().get(TARGET);
    return target == null ? "" : target.substring(target.lastIndexOf('.') + 1);
  }

  void requestBytes(ByteBuf piece) {
    requestBody.see(piece);
  }

  long requestBodyBytes() {
    return requestBody.total();
  }

  void touched(List<Hit> by) {
    hits.addAll(by);
  }

  /** The exchange is at its end, and no fault is suffered any more. To be told once. */
  void over() {
    hits.forEach(Hit::over);
  }

  /** The operation and the body, if the store answered and the whole body is here. */
  Optional<byte[]> answeredBody() {
    byte[] kept = requestBody.bytes(Integer.MAX_VALUE);
    return storeStatus > 0 && kept.length == requestBody.total()
        ? Optional.of(kept)
        : Optional.empty();
  }

  String operation() {
    return operationOf(request);
  }

  /** The upstream that was chosen. */
  void routedTo(Upstream chosen) {
    route = chosen;
  }

  /** The upstream that was chosen, once it was. */
  Optional<Upstream> route() {
    return Optional.ofNullable(route);
  }

  String upstream() {
    return route == null ? "" : route.name();
  }

  void forwarded() {
    forwardedNanos = clock.epochNanos();
  }

  void forwardedWhole() {
    forwardedWhole = true;
  }

  void storeAnswered(int answered) {
    firstByteBackNanos = clock.epochNanos();
    storeStatus = answered;
  }

  void answering(HttpResponse response) {
    status = response.status().code();
    responseHeaders = response.headers();
  }

  void responseBytes(ByteBuf piece) {
    responseBody.see(piece);
  }

  /**
   * Memory that the notes hold until they are on disk; the constant stands for heads and objects.
   */
  long heldBytes() {
    return 2048L + requestBody.heldBytes() + responseBody.heldBytes();
  }

  /** The moment of the end: to be asked for when it comes, while the line itself is made later. */
  long now() {
    return clock.epochNanos();
  }

  Exchange toExchange(Outcome outcome, String detail, long answeredNanos) {
    HttpHeaders headers = request.headers();
    String scenario = headers.get(SCENARIO);
    byte[] sent = requestBody.bytes(Integer.MAX_VALUE);
    String operation = operationOf(request);
    return new Exchange(
        0,
        new Times(receivedNanos, forwardedNanos, firstByteBackNanos, answeredNanos),
        client,
        upstream(),
        scenario == null ? "" : scenario,
        request.method() + " " + request.uri(),
        operation,
        List.copyOf(TableNames.in(sent, headers.get(HttpHeaderNames.CONTENT_ENCODING), operation)),
        status,
        status < 400 ? "" : ErrorType.in(responseBody.bytes(Integer.MAX_VALUE)),
        outcome,
        detail,
        hits.stream().map(hit -> new Touch(hit.rule().text(), hit.fault().kind())).toList(),
        storeSaw(),
        storeApplied(),
        new Message(headers.entries(), requestBody.bytes(journalBodyBytes), requestBody.total()),
        new Message(
            responseHeaders == null ? List.of() : responseHeaders.entries(),
            responseBody.bytes(journalBodyBytes),
            responseBody.total()));
  }

  private Knowledge storeSaw() {
    if (storeStatus > 0) {
      return Knowledge.YES;
    }
    return forwardedNanos > 0 ? Knowledge.UNKNOWN : Knowledge.NO;
  }

  /**
   * A store that says yes did it; one that blames the request did not; one that blames itself may
   * have.
   */
  private Knowledge storeApplied() {
    if (storeStatus >= 500) {
      return Knowledge.UNKNOWN;
    }
    if (storeStatus > 0) {
      return storeStatus < 300 ? Knowledge.YES : Knowledge.NO;
    }
    // A request of which the store has only a part cannot have been carried out.
    return forwardedNanos > 0 && forwardedWhole ? Knowledge.UNKNOWN : Knowledge.NO;
  }
}
