package dev.assay.engine.auth;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a policy.
 *
 * @param principals whom it is about; null in a policy that is attached to an identity
 */
record Statement(
    Effect effect,
    @Nullable Principals principals,
    Choice actions,
    Choice resources,
    List<Condition> conditions) {

  enum Effect {
    ALLOW,
    DENY
  }

  /** A list of patterns: {@code Action} or, negated, {@code NotAction}; likewise resources. */
  record Choice(List<Template> patterns, boolean negated) {
    private boolean includes(String value, ContextKeys keys) {
      for (Template pattern : patterns) {
        Glob glob = pattern.glob(keys);
        if (glob != null && glob.matches(value)) {
          return !negated;
        }
      }
      return negated;
    }
  }

  /** Whether it speaks of this action on this resource under these circumstances. */
  boolean coversRequest(String action, String resource, ContextKeys keys) {
    return actions.includes(action.toLowerCase(Locale.ROOT), keys)
        && resources.includes(resource, keys)
        && conditions.stream().allMatch(condition -> condition.holds(keys));
  }
}
