package dev.assay.engine.http;

import dev.assay.engine.api.Answer;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Routes one connection's requests by method and content type and writes their responses. */
final class RequestHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
  /** What an earlier handler has to say about a request that it did not pass on. */
  enum Event {
    TOO_LARGE
  }

  private static final String JSON = "application/x-amz-json-1.0";

  /** What the API speaks whose targets begin so, and no other does. */
  private static final String NEWER_JSON = "application/x-amz-json-1.1";

  private static final String NEWER_TARGETS = "AnyScaleFrontendService.";

  /** Where what is the engine's own can be read. */
  private static final String PAGES = "/_assay/";

  private static final byte[] UNKNOWN_ROUTE =
      "<UnknownOperationException/>\n".getBytes(StandardCharsets.UTF_8);

  /** The same words as for any failure of the engine's own: nobody knows what became of it. */
  private static final String LOST =
      "The request processing has failed because of an unknown error, exception or failure.";

  private final FrontEnd frontEnd;
  private final ArrayDeque<Held> held = new ArrayDeque<>();

  RequestHandler(FrontEnd frontEnd) {
    this.frontEnd = frontEnd;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
    boolean keepAlive = HttpUtil.isKeepAlive(request);
    FullHttpResponse response = respond(ctx, request);
    String origin = request.headers().get(HttpHeaderNames.ORIGIN);
    if (origin != null) {
      CrossOrigin.allow(request, response);
    }
    boolean headOnly = request.method().equals(HttpMethod.HEAD);
    if (held.isEmpty() && frontEnd.safety().isSafe()) {
      write(ctx, response, keepAlive, headOnly);
    } else {
      hold(ctx, new Held(response, keepAlive, headOnly));
    }
  }

  /** A response that waits until what it tells of is safe. Only its connection's loop sees it. */
  private static final class Held {
    private FullHttpResponse response;
    private final boolean keepAlive;
    private final boolean headOnly;
    private boolean free;

    private Held(FullHttpResponse response, boolean keepAlive, boolean headOnly) {
      this.response = response;
      this.keepAlive = keepAlive;
      this.headOnly = headOnly;
    }
  }

  private void hold(ChannelHandlerContext ctx, Held waiting) {
    held.add(waiting);
    frontEnd.safety().whenSafe(safe -> ctx.executor().execute(() -> release(ctx, waiting, safe)));
  }

  /** Lets go what is free, in the order of the requests. */
  private void release(ChannelHandlerContext ctx, Held waiting, boolean safe) {
    if (!safe) {
      waiting.response =
          json(
              frontEnd
                  .dispatcher()
                  .refuse(new ServiceException(ErrorType.INTERNAL_SERVER_ERROR, LOST)),
              ContentCoding.IDENTITY);
    }
    waiting.free = true;
    Held first = held.peek();
    while (first != null && first.free) {
      held.remove();
      write(ctx, first.response, first.keepAlive, first.headOnly);
      first = held.peek();
    }
    ctx.flush();
  }

  private FullHttpResponse respond(ChannelHandlerContext ctx, FullHttpRequest request) {
    if (!request.decoderResult().isSuccess()) {
      return plain(
          HttpResponseStatus.BAD_REQUEST, "Bad Request\n".getBytes(StandardCharsets.UTF_8));
    }
    HttpMethod method = request.method();
    if (method.equals(HttpMethod.GET) && request.uri().startsWith(PAGES)) {
      return page(new QueryStringDecoder(request.uri()));
    }
    if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
      String health =
          "healthy: dynamodb."
              + frontEnd.regions().apply(frontEnd.only()).name()
              + ".amazonaws.com ";
      return plain(HttpResponseStatus.OK, health.getBytes(StandardCharsets.UTF_8));
    }
    if (method.equals(HttpMethod.OPTIONS)) {
      return plain(HttpResponseStatus.OK, new byte[0]);
    }
    String target = request.headers().get("X-Amz-Target");
    String json = target != null && target.startsWith(NEWER_TARGETS) ? NEWER_JSON : JSON;
    if (!method.equals(HttpMethod.POST)
        || !isJson(request.headers().get(HttpHeaderNames.CONTENT_TYPE), json)) {
      return plain(HttpResponseStatus.NOT_FOUND, UNKNOWN_ROUTE);
    }
    Answer answer =
        frontEnd.answer(
            target,
            request.headers().get(HttpHeaderNames.AUTHORIZATION),
            ctx.channel().attr(SignedBytes.RECEIVED).getAndSet(null),
            ByteBufUtil.getBytes(request.content()));
    return json(answer, ContentCoding.accepted(request), json);
  }

  private FullHttpResponse page(QueryStringDecoder uri) {
    Map<String, String> query = new HashMap<>();
    String path;
    try {
      uri.parameters().forEach((name, values) -> query.put(name, values.get(values.size() - 1)));
      path = uri.path().substring(PAGES.length());
    } catch (IllegalArgumentException badEscape) {
      return plain(HttpResponseStatus.BAD_REQUEST, UNKNOWN_ROUTE);
    }
    return frontEnd
        .page(path, query)
        .map(answer -> json(answer, ContentCoding.IDENTITY))
        .orElseGet(() -> plain(HttpResponseStatus.NOT_FOUND, UNKNOWN_ROUTE));
  }

  private static boolean isJson(@Nullable String contentType, String json) {
    if (contentType == null) {
      return false;
    }
    int parameters = contentType.indexOf(';');
    String type = (parameters < 0 ? contentType : contentType.substring(0, parameters)).trim();
    return type.equalsIgnoreCase(json) || type.equalsIgnoreCase("application/json");
  }

  private FullHttpResponse json(Answer answer, ContentCoding wanted) {
    return json(answer, wanted, JSON);
  }

  private FullHttpResponse json(Answer answer, ContentCoding wanted, String contentType) {
    ContentCoding coding = wanted.worthFor(answer.body());
    byte[] body = coding.encode(answer.body());
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(answer.status()),
            Unpooled.wrappedBuffer(body));
    identify(response, body, contentType);
    if (coding != ContentCoding.IDENTITY) {
      response.headers().set(HttpHeaderNames.CONTENT_ENCODING, coding.token());
    }
    return response;
  }

  private FullHttpResponse plain(HttpResponseStatus status, byte[] body) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
    identify(response, body, "text/plain");
    return response;
  }

  private void identify(FullHttpResponse response, byte[] body, String contentType) {
    CRC32 checksum = new CRC32();
    // SDKs check it against the bytes as they came, before they decompress them.
    checksum.update(body);
    response
        .headers()
        .set("x-amzn-RequestId", frontEnd.requestIds().get())
        .set("x-amz-crc32", Long.toString(checksum.getValue()))
        .set(HttpHeaderNames.CONTENT_TYPE, contentType);
  }

  private static void write(
      ChannelHandlerContext ctx, FullHttpResponse response, boolean keepAlive, boolean headOnly) {
    response
        .headers()
        .set("Server", "Server")
        .setInt(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes())
        .set(
            HttpHeaderNames.CONNECTION,
            keepAlive ? HttpHeaderValues.KEEP_ALIVE : HttpHeaderValues.CLOSE);
    FullHttpResponse sent = headOnly ? response.replace(Unpooled.EMPTY_BUFFER) : response;
    var written = ctx.write(sent);
    if (!keepAlive) {
      written.addListener(ChannelFutureListener.CLOSE);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    // One flush for all that a pipelining client sent at once.
    ctx.flush();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == Event.TOO_LARGE) {
      Answer answer =
          frontEnd
              .dispatcher()
              .refuse(
                  new ServiceException(ErrorType.REQUEST_TOO_LARGE, "Request Entity Too Large"));
      FullHttpResponse response = json(answer, ContentCoding.IDENTITY);
      response
          .headers()
          .set("Server", "Server")
          .setInt(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes())
          .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
      ctx.writeAndFlush(response);
      // The client may still be sending; closing at once would reset it before it reads this.
      ctx.executor().schedule(() -> ctx.close(), 10, TimeUnit.SECONDS);
    } else {
      ctx.fireUserEventTriggered(event);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    // The client broke off, or sent bytes that are not HTTP or not the compression that they claim.
    if (ctx.channel().isActive()) {
      Answer answer =
          frontEnd.dispatcher().refuse(new ServiceException(ErrorType.SERIALIZATION, null));
      write(ctx, json(answer, ContentCoding.IDENTITY), false, false);
      ctx.flush();
    }
  }
}
