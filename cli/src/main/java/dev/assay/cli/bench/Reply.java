package dev.assay.cli.bench;

/** How one request ended. */
sealed interface Reply {
  /** The reply that nearly every request gets, so that it costs no allocation. */
  Reply OK_UNREAD = new Http(200, "");

  /**
   * An HTTP response.
   *
   * @param body empty unless it was asked for or the status is not of the 200s
   */
  record Http(int status, String body) implements Reply {
    boolean isSuccess() {
      return status / 100 == 2;
    }

    /** The start of it, for a person. */
    String excerpt() {
      return ("HTTP "
              + status
              + " "
              + (body.length() > 200 ? body.substring(0, 200) + "..." : body))
          .strip();
    }
  }

  /** No response: the connection was lost, or what came over it was no HTTP. */
  record Lost(String reason) implements Reply {}
}
