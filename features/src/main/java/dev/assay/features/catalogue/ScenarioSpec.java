package dev.assay.features.catalogue;

import java.util.List;

/**
 * One scenario as written; each row of an outline is one.
 *
 * @param id never reused, for example {@code PUT-COND-007}; a row of an outline adds its case, as
 *     in {@code PUT-TYPE-001:empty-string}
 * @param file the feature file, as a path on the class path
 * @param line where the scenario stands in the file; for a row of an outline, the row
 * @param declaredLine where the scenario or outline itself stands
 * @param rule the requirement
 * @param operations the API operations that it is about
 * @param sources where the requirement comes from
 * @param unconfirmed whether the source itself marks the detail as not confirmed
 * @param steps how many steps of each kind: context, action, outcome
 */
public record ScenarioSpec(
    String id,
    String name,
    String feature,
    String file,
    int line,
    int declaredLine,
    String rule,
    Tier tier,
    List<String> operations,
    List<Need> needs,
    List<String> sources,
    boolean unconfirmed,
    List<String> tags,
    StepCounts steps) {

  /** How many steps of each kind a scenario has, counting And by what it continues. */
  public record StepCounts(int context, int action, int outcome) {}

  /** The id without the case of an outline's row. */
  public String baseId() {
    int colon = id.indexOf(':');
    return colon < 0 ? id : id.substring(0, colon);
  }
}
