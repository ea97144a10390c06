package dev.assay.engine.http;

import dev.assay.engine.api.Answer;
import dev.assay.engine.api.Dispatcher;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the server needs to know of the engine.
 *
 * @param regions gives the region of a name; the name is that of the request's signature, if any
 * @param requestIds gives the id that each response carries
 */
public record FrontEnd(
    Dispatcher dispatcher,
    Function<@Nullable String, Region> regions,
    Supplier<String> requestIds) {

  /** Answers the body of a request that is addressed to {@code target}. */
  Answer answer(@Nullable String target, @Nullable String authorization, byte[] body) {
    Operation operation = target == null ? null : dispatcher.find(target);
    if (operation == null) {
      return dispatcher.refuse(new ServiceException(ErrorType.UNKNOWN_OPERATION, null));
    }
    return dispatcher.answer(operation, regions.apply(signedRegion(authorization)), body);
  }

  /** The region in the scope of a version 4 signature, or null. */
  private static @Nullable String signedRegion(@Nullable String authorization) {
    if (authorization == null) {
      return null;
    }
    int start = authorization.indexOf("Credential=");
    if (start < 0) {
      return null;
    }
    int end = authorization.indexOf(',', start);
    String[] scope =
        authorization.substring(start, end < 0 ? authorization.length() : end).split("/", -1);
    return scope.length >= 5 && !scope[2].isBlank() ? scope[2] : null;
  }
}
