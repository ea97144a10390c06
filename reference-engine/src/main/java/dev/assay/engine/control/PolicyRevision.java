package dev.assay.engine.control;

import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.table.ResourcePolicy;
import org.jspecify.annotations.Nullable;

/** Whether the policy that a request means is the one that there is. */
final class PolicyRevision {
  /** Expects that there is no policy. */
  private static final String NO_POLICY = "NO_POLICY";

  private PolicyRevision() {}

  static void check(
      @Nullable String expected, @Nullable ResourcePolicy current, ResourceArn resource) {
    if (expected == null) {
      return;
    }
    boolean asExpected =
        current == null ? expected.equals(NO_POLICY) : expected.equals(current.revisionId());
    if (!asExpected) {
      throw notFound(resource);
    }
  }

  static ServiceException notFound(ResourceArn resource) {
    return new ServiceException(
        ErrorType.POLICY_NOT_FOUND,
        "Resource-based policy not found for the provided ResourceArn: " + resource.text());
  }
}
