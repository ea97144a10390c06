package dev.assay.cli;

import dev.assay.cli.problem.Refusal;
import dev.assay.cli.problem.Suggestion;
import dev.assay.features.catalogue.Tier;
import dev.assay.features.suite.SuiteSettings;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which scenarios: what is given several ways must hold all at once. */
final class Choice {
  @Option(
      names = "--tags",
      paramLabel = "EXPR",
      description = "Tag expression, for example '@op:Query and not @tier:strict'.")
  private @Nullable String tags;

  @Option(
      names = "--id",
      paramLabel = "ID",
      split = ",",
      description = "Scenario id; may be repeated.")
  private List<String> ids = List.of();

  @Option(
      names = "--tier",
      paramLabel = "TIER",
      split = ",",
      description = "core, complete, strict or resilient; may be repeated.")
  private List<String> tiers = List.of();

  /**
   * The selection.
   *
   * @throws Refusal for a tier that does not exist; ids and tags are checked against the catalogue
   */
  SuiteSettings.Selection selection() {
    Set<Tier> chosen = new LinkedHashSet<>();
    tiers.forEach(label -> chosen.add(tier(label)));
    return new SuiteSettings.Selection(Optional.ofNullable(tags), new LinkedHashSet<>(ids), chosen);
  }

  private static Tier tier(String label) {
    return Arrays.stream(Tier.values())
        .filter(tier -> tier.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.usage(
                    "there is no tier '"
                        + label
                        + "'"
                        + Suggestion.forUnknown(
                            label, Arrays.stream(Tier.values()).map(Tier::label).toList())));
  }
}
