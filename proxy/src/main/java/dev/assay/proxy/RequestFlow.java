package dev.assay.proxy;

import io.netty.handler.codec.http.HttpContent;

/** What happens to a request whose head has been read; each request takes one of these ways. */
sealed interface RequestFlow permits Forwarding, Holding, Discarding {

  /**
   * Takes the next piece of the body, which is the flow's to release, and asks for more if there is
   * more.
   */
  void body(HttpContent piece);

  /** The client takes bytes of the answer again, or no longer. */
  void clientTakesMore(boolean taking);

  /** Nobody needs the answer any more. */
  void giveUp();

  /** Nothing more has come yet: what was passed on so far must not wait for it. */
  default void pause() {}
}
