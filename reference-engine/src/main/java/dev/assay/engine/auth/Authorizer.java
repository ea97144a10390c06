package dev.assay.engine.auth;

import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says what one caller may do. */
public sealed interface Authorizer permits AllowAll, PolicyAuthorizer {
  /** Whether anything can be refused: where not, nothing need be found out to ask. */
  boolean isOn();

  /** Whether this call has asked for anything yet; true if there is nothing to ask. */
  boolean wasAsked();

  /** Why the caller may not, in the service's words; null if the caller may. */
  @Nullable String denial(AccessRequest request);

  /**
   * Goes on only if the caller may.
   *
   * @param request made only if authorization is on
   * @throws ServiceException AccessDeniedException
   */
  default void require(Supplier<AccessRequest> request) {
    if (isOn()) {
      String denial = denial(request.get());
      if (denial != null) {
        throw new ServiceException(ErrorType.ACCESS_DENIED, denial);
      }
    }
  }
}
