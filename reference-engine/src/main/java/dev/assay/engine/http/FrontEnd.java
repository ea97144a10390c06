package dev.assay.engine.http;

import dev.assay.engine.api.Answer;
import dev.assay.engine.api.Dispatcher;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Page;
import dev.assay.engine.api.Region;
import dev.assay.engine.auth.AccessControl;
import dev.assay.engine.auth.AllowAll;
import dev.assay.engine.auth.Authorizer;
import dev.assay.engine.auth.Caller;
import dev.assay.engine.auth.ReceivedRequest;
import dev.assay.engine.durable.Safety;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the server needs to know of the engine.
 *
 * @param regions gives the region of a name; the name is that of the request's signature, if any
 * @param requestIds gives the id that each response carries
 * @param access checks who calls; null if anyone may call
 * @param only the one region whose endpoint this is; null if it serves whichever a request is
 *     signed for
 * @param pages what can be read with GET below {@code /_assay/}; nobody can where access is
 *     checked, since a page has no way to tell who asks
 * @param safety what an answer waits for before it leaves
 */
public record FrontEnd(
    Dispatcher dispatcher,
    Function<@Nullable String, Region> regions,
    Supplier<String> requestIds,
    @Nullable AccessControl access,
    @Nullable String only,
    List<Page> pages,
    Safety safety) {
  private static final Authorizer ANYONE = new AllowAll();

  /**
   * Answers the body of a request that is addressed to {@code target}.
   *
   * @param received the request as it was signed; there whenever access is checked
   */
  Answer answer(
      @Nullable String target,
      @Nullable String authorization,
      @Nullable ReceivedRequest received,
      byte[] body) {
    Operation operation = target == null ? null : dispatcher.find(target);
    if (operation == null) {
      return dispatcher.refuse(new ServiceException(ErrorType.UNKNOWN_OPERATION, null));
    }
    if (access == null) {
      Region region = regions.apply(only == null ? signedRegion(authorization) : only);
      return dispatcher.answer(operation, region, ANYONE, body);
    }
    Caller caller;
    try {
      if (received == null) {
        throw new IllegalStateException("a request went by unseen where access is checked");
      }
      caller = access.authenticate(received);
      if (only != null && !only.equals(caller.region())) {
        throw new ServiceException(
            ErrorType.INVALID_SIGNATURE,
            "Credential should be scoped to a valid region, not '" + caller.region() + "'. ");
      }
    } catch (ServiceException refusal) {
      return dispatcher.refuse(refusal);
    }
    Region region = regions.apply(caller.region());
    return dispatcher.answer(operation, region, caller.authorizer(region.resourcePolicies()), body);
  }

  /**
   * What stands at a path below {@code /_assay/}. The region is that of the query's {@code region}.
   */
  Optional<Answer> page(String path, Map<String, String> query) {
    if (access != null) {
      return Optional.empty();
    }
    Region region = regions.apply(only == null ? query.get("region") : only);
    return pages.stream().flatMap(page -> page.get(region, path, query).stream()).findFirst();
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
