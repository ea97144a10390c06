package dev.assay.engine.lever.http;

import dev.assay.engine.lever.Lever;
import dev.assay.engine.lever.LeverBoard;
import dev.assay.engine.lever.LeverException;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Answers one connection's requests about levers. */
final class LeverHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
  private static final String ALL = "/levers";
  private static final String HEAL = "/heal";

  private final LeverBoard levers;
  private final Consumer<Throwable> accidents;

  LeverHandler(LeverBoard levers, Consumer<Throwable> accidents) {
    this.levers = levers;
    this.accidents = accidents;
  }

  private record Reply(HttpResponseStatus status, Map<String, ?> body) {
    static Reply ok(Map<String, ?> body) {
      return new Reply(HttpResponseStatus.OK, body);
    }

    static Reply error(HttpResponseStatus status, String sentence) {
      return new Reply(status, Map.of("error", sentence));
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
    boolean keepAlive = HttpUtil.isKeepAlive(request);
    Reply reply;
    try {
      reply = answer(request);
    } catch (LeverException refusal) {
      reply = Reply.error(HttpResponseStatus.BAD_REQUEST, String.valueOf(refusal.getMessage()));
    } catch (RuntimeException accident) {
      accidents.accept(accident);
      reply =
          Reply.error(
              HttpResponseStatus.INTERNAL_SERVER_ERROR,
              "a defect of the engine, please report it: " + accident);
    }
    send(ctx, reply, keepAlive);
  }

  private Reply answer(FullHttpRequest request) {
    if (!request.decoderResult().isSuccess()) {
      return Reply.error(HttpResponseStatus.BAD_REQUEST, "the request is not HTTP");
    }
    String path = new QueryStringDecoder(request.uri()).path();
    HttpMethod method = request.method();
    if (path.equals(ALL) && method.equals(HttpMethod.GET)) {
      return Reply.ok(
          Map.of("levers", levers.levers().stream().map(LeverHandler::describe).toList()));
    }
    if (path.equals(HEAL) && method.equals(HttpMethod.POST)) {
      return Reply.ok(
          Map.of("changes", levers.heal().stream().map(LeverHandler::describe).toList()));
    }
    if (path.startsWith(ALL + "/") && method.equals(HttpMethod.GET)) {
      return Reply.ok(describe(levers.find(path.substring(ALL.length() + 1))));
    }
    if (path.startsWith(ALL + "/") && method.equals(HttpMethod.PUT)) {
      Map<String, Object> arguments = PlainJson.read(ByteBufUtil.getBytes(request.content()));
      return Reply.ok(describe(levers.pull(path.substring(ALL.length() + 1), arguments)));
    }
    return Reply.error(
        HttpResponseStatus.NOT_FOUND,
        "there is no "
            + method
            + " "
            + path
            + "; there are GET /levers, GET and PUT /levers/NAME and POST /heal");
  }

  private static Map<String, Object> describe(Lever lever) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("lever", lever.name());
    members.put("help", lever.help());
    members.put("state", lever.state());
    return members;
  }

  private static Map<String, Object> describe(LeverBoard.Change change) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("lever", change.lever());
    members.put("before", change.before());
    members.put("after", change.after());
    return members;
  }

  private static void send(ChannelHandlerContext ctx, Reply reply, boolean keepAlive) {
    byte[] body = PlainJson.write(reply.body());
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, reply.status(), Unpooled.wrappedBuffer(body));
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
        .setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
    HttpUtil.setKeepAlive(response, keepAlive);
    var written = ctx.writeAndFlush(response);
    if (!keepAlive) {
      written.addListener(ChannelFutureListener.CLOSE);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ctx.close();
  }
}
