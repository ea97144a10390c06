package dev.assay.engine.api;

import dev.assay.engine.auth.AccessRequest;
import dev.assay.engine.auth.Authorizer;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.JsonWriter;
import java.util.function.Supplier;

/**
 * One call on its way through an operation.
 *
 * @param authorizer says what the caller may do
 * @param in the request body, not read yet
 * @param out the response body, to be written as one JSON object
 */
public record Call(Region region, Authorizer authorizer, JsonReader in, JsonWriter out) {
  /**
   * Goes on only if the caller may do this.
   *
   * @param request made only if the engine authorizes at all
   * @throws dev.assay.engine.error.ServiceException AccessDeniedException
   */
  public void authorize(Supplier<AccessRequest> request) {
    authorizer.require(request);
  }
}
