package dev.assay.engine.auth;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the tables and streams of a region say about who may use them. */
public interface ResourcePolicies {
  /** Where no resource has a policy or a tag. */
  ResourcePolicies NONE = arn -> null;

  /**
   * The text of the policy that is attached to a table or a stream; null if none is. A policy of a
   * table holds for its indexes too, so an index is never asked for.
   */
  @Nullable String policyOf(String arn);

  /** The tags of a table. */
  default Map<String, String> tagsOf(String arn) {
    return Map.of();
  }
}
