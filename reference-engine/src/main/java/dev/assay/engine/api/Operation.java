package dev.assay.engine.api;

/** One operation of the API. Many event loops run it at once. */
public interface Operation {
  /** The name after the dot of {@code X-Amz-Target}. */
  String name();

  /**
   * Reads the request from the call, does it, and writes the whole response to the call.
   *
   * @throws dev.assay.engine.error.ServiceException to refuse it
   */
  void execute(Call call);
}
