package dev.assay.proxy;

import dev.assay.fault.CloseAfter;
import dev.assay.fault.CorruptedBody;
import dev.assay.fault.Ending;
import dev.assay.fault.Hit;
import dev.assay.fault.Pacing;
import dev.assay.fault.Spoiling;
import dev.assay.fault.TruncatedBody;
import dev.assay.fault.WrongCrc32;
import dev.assay.proxy.inject.Damage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Gives a client a whole answer, with the damage and at the pace that its faults ask for. */
final class AnswerSender {
  private final ClientAnswer answer;
  private final EventExecutor loop;
  private final Optional<Pacing> pacing;
  private final Optional<Hit> closing;
  private final WholeAnswer whole;
  private final ByteBuf rest;
  private @Nullable Future<?> nextPiece;

  AnswerSender(
      ClientAnswer answer,
      EventExecutor loop,
      WholeAnswer given,
      List<Hit> spoilings,
      Optional<Pacing> pacing) {
    this.answer = answer;
    this.loop = loop;
    this.pacing = pacing;
    this.whole = spoiled(given, spoilings);
    this.closing = spoilings.stream().filter(hit -> hit.fault() instanceof CloseAfter).findFirst();
    int sent =
        closing
            .map(hit -> Math.min(((CloseAfter) hit.fault()).bytes(), whole.body().length))
            .orElse(whole.body().length);
    this.rest = Unpooled.wrappedBuffer(whole.body(), 0, sent);
  }

  private static WholeAnswer spoiled(WholeAnswer given, List<Hit> spoilings) {
    WholeAnswer answer = given;
    for (Hit hit : spoilings) {
      answer =
          switch ((Spoiling) hit.fault()) {
            case CloseAfter close -> answer;
            case TruncatedBody(int keepBytes) ->
                answer.withBytes(Damage.truncated(answer.body(), keepBytes));
            case CorruptedBody fault ->
                answer.withBytes(Damage.corrupted(answer.body(), fault, hit.random()));
            case WrongCrc32() -> answer.withCrc32(Damage.wrongCrc32(answer.crc32(), answer.body()));
          };
    }
    return answer;
  }

  void start() {
    answer.head(whole.head());
    sendPiece();
  }

  private void sendPiece() {
    nextPiece = null;
    if (answer.over()) {
      return;
    }
    int piece = pacing.map(Pacing::pieceBytes).orElse(Integer.MAX_VALUE);
    if (pacing.isPresent() && rest.readableBytes() > piece) {
      answer.content(new DefaultHttpContent(rest.readRetainedSlice(piece)));
      nextPiece = loop.schedule(this::sendPiece, pacing.get().pauseMs(), TimeUnit.MILLISECONDS);
    } else if (closing.isPresent()) {
      int bytes = rest.writerIndex();
      answer.content(new DefaultHttpContent(rest.readRetainedSlice(rest.readableBytes())));
      answer.drop(
          Ending.CLOSE,
          "rule "
              + closing.get().rule()
              + " closed the connection after "
              + bytes
              + " bytes of the body");
    } else {
      answer.content(new DefaultLastHttpContent(rest.readRetainedSlice(rest.readableBytes())));
    }
  }

  void cancel() {
    if (nextPiece != null) {
      nextPiece.cancel(false);
      nextPiece = null;
    }
  }
}
