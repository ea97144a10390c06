package dev.assay.features.world;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.features.notation.Template;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/** Fills in the placeholders of one scenario's text. */
final class ScenarioText implements Template.Placeholders {
  /** Spreads the few bits by which ids differ over the whole seed. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final ScenarioTables tables;
  private final SplittableRandom random;
  private final String bucket;
  private final Map<String, JsonNode> saved = new HashMap<>();

  private final IntFunction<String> regions;

  /**
   * @param regions names of the run's regions, by number from 1
   * @param bucket that exports are written to
   */
  ScenarioText(
      ScenarioTables tables,
      IntFunction<String> regions,
      String bucket,
      long seed,
      String scenario) {
    this.tables = tables;
    this.regions = regions;
    this.bucket = bucket;
    this.random = new SplittableRandom(seed ^ (scenario.hashCode() * SPREAD));
  }

  String fill(String written) {
    return new Template(this).fill(written);
  }

  void save(String name, JsonNode value) {
    saved.put(name, value);
  }

  @Override
  public String table(String alias) {
    return tables.named(alias);
  }

  @Override
  public String newTable(String alias) {
    return tables.allot(alias);
  }

  @Override
  public String bucket() {
    return bucket;
  }

  @Override
  public String region(int number) {
    return regions.apply(number);
  }

  @Override
  public String random(int length) {
    StringBuilder letters = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      letters.append((char) ('a' + random.nextInt(26)));
    }
    return letters.toString();
  }

  @Override
  public String saved(String name) {
    JsonNode value = saved.get(name);
    if (value == null) {
      throw new IllegalArgumentException("nothing was saved as \"" + name + "\"");
    }
    if (!value.isTextual()) {
      return value.toString();
    }
    String quoted = value.toString();
    return quoted.substring(1, quoted.length() - 1);
  }
}
