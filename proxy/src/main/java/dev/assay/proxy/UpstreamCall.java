package dev.assay.proxy;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * One request to the store and its answer. Used on one event loop only. After {@link #cancel},
 * after a failure and after the answer's last piece the listener hears no more.
 */
final class UpstreamCall {

  /** Hears what becomes of the call. */
  interface Listener {
    /** The head is on its way; bytes of the body may follow. */
    void forwarded();

    /**
     * The connection takes more of the body; it is to be sent, or {@link UpstreamCall#flush} to be
     * called, before anything else is waited for.
     */
    void wantsMore();

    /** The answer has begun. */
    void answerHead(HttpResponse head);

    /** A piece of the answer, now the listener's to release. */
    void answerContent(HttpContent content);

    /** There will be no (whole) answer. */
    void failed(UpstreamFailure failure);
  }

  private final UpstreamPool pool;
  private final HttpRequest head;
  private final Listener listener;
  private final Queue<HttpContent> beforeConnected = new ArrayDeque<>(2);
  private @Nullable UpstreamConnection connection;
  private boolean requestComplete;
  private boolean over;

  UpstreamCall(UpstreamPool pool, HttpRequest head, Listener listener) {
    this.pool = pool;
    this.head = head;
    this.listener = listener;
  }

  void start() {
    pool.acquire(this::connected, this::fail);
  }

  private void connected(UpstreamConnection found) {
    found.serve(this);
    if (over) {
      found.done(true);
      return;
    }
    connection = found;
    listener.forwarded();
    Channel channel = found.channel();
    channel.write(head);
    for (HttpContent content = beforeConnected.poll();
        content != null;
        content = beforeConnected.poll()) {
      channel.write(content);
    }
    if (requestComplete || !channel.isWritable()) {
      channel.flush();
    } else {
      // Most often the body has come with the head, and both leave together: see flush.
      listener.wantsMore();
    }
  }

  /** What was sent leaves now, because its continuation may take a while. */
  void flush() {
    if (connection != null) {
      connection.channel().flush();
    }
  }

  /** Sends a piece of the request's body, which is the call's to release from here on. */
  void send(HttpContent content) {
    requestComplete |= content instanceof LastHttpContent;
    if (over) {
      content.release();
    } else if (connection == null) {
      beforeConnected.add(content);
    } else {
      connection.channel().writeAndFlush(content);
      if (!requestComplete && connection.channel().isWritable()) {
        listener.wantsMore();
      }
    }
  }

  /** Stops or resumes reading the answer, while the client is slow to take it. */
  void readAnswer(boolean wanted) {
    if (connection != null) {
      connection.channel().config().setAutoRead(wanted);
    }
  }

  /**
   * Gives the call up. What the store has of it cannot be taken back, so its connection is closed.
   */
  void cancel() {
    if (!over) {
      end(false);
    }
  }

  void onHead(HttpResponse answer) {
    listener.answerHead(answer);
  }

  void onContent(HttpContent content) {
    if (content instanceof LastHttpContent) {
      end(requestComplete);
    }
    listener.answerContent(content);
  }

  void onWritable() {
    if (!requestComplete && connection != null && connection.channel().isWritable()) {
      listener.wantsMore();
    }
  }

  void onClosed(UpstreamFailure failure) {
    connection = null;
    fail(failure);
  }

  private void fail(UpstreamFailure failure) {
    if (!over) {
      end(false);
      listener.failed(failure);
    }
  }

  private void end(boolean clean) {
    over = true;
    for (HttpContent content = beforeConnected.poll();
        content != null;
        content = beforeConnected.poll()) {
      content.release();
    }
    if (connection != null) {
      connection.done(clean);
      connection = null;
    }
  }
}
