package dev.assay.engine.item;

import dev.assay.engine.error.ServiceException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses requests that use the legacy parameters beside expressions. */
final class Mixture {
  private final List<String> legacy = new ArrayList<>(0);
  private final List<String> expressions = new ArrayList<>(2);

  Mixture legacy(String member, @Nullable Object value) {
    if (value != null) {
      legacy.add(member);
    }
    return this;
  }

  Mixture expression(String member, @Nullable Object value) {
    if (value != null) {
      expressions.add(member);
    }
    return this;
  }

  boolean hasExpressions() {
    return !expressions.isEmpty();
  }

  /** Throws if both kinds are present. */
  Mixture check() {
    if (!legacy.isEmpty() && !expressions.isEmpty()) {
      throw ServiceException.validation(
          "Can not use both expression and non-expression parameters in the same request:"
              + " Non-expression parameters: {"
              + String.join(", ", legacy)
              + "} Expression parameters: {"
              + String.join(", ", expressions)
              + "}");
    }
    return this;
  }
}
