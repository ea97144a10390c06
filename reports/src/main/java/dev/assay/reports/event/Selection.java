package dev.assay.reports.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * What the run was asked to cover; everything when all three are empty.
 *
 * @param tags a tag expression, empty when none was given
 */
public record Selection(String tags, List<String> tiers, List<String> ids) {
  public Selection {
    tiers = List.copyOf(tiers);
    ids = List.copyOf(ids);
  }

  /** The whole suite. */
  public static Selection everything() {
    return new Selection("", List.of(), List.of());
  }

  /** Whether nothing narrows the suite. */
  @JsonIgnore
  public boolean isEverything() {
    return tags.isEmpty() && tiers.isEmpty() && ids.isEmpty();
  }
}
