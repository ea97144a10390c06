package dev.assay.fault;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rules as JSON:
 *
 * <pre>{@code
 * {"id": "slow-puts",
 *  "match": {"operation": ["PutItem"], "table": "orders"},
 *  "fault": {"kind": "latency", "latency_ms": 250},
 *  "schedule": {"share": 0.5, "nth_call": 3, "limit": 10},
 *  "seed": 42}
 * }</pre>
 *
 * <p>Everything but {@code fault} may be left out; {@code id} only where the caller gives one.
 */
public final class RuleJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private RuleJson() {}

  /**
   * Reads a rule that names itself.
   *
   * @throws RuleFormatException naming the first field that is wrong
   */
  public static Rule read(String json) {
    return read(json, Optional.empty());
  }

  /** Reads a rule under the given id; the rule may repeat the id but not contradict it. */
  public static Rule read(String json, RuleId id) {
    return read(json, Optional.of(id));
  }

  private static Rule read(String json, Optional<RuleId> given) {
    JsonFields root = JsonFields.ofRoot(parse(json));
    root.onlyKnown("id", "match", "fault", "schedule", "seed");
    return new Rule(
        id(root, given),
        match(root.object("match")),
        FaultJson.read(root),
        schedule(root.object("schedule")),
        root.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE));
  }

  private static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      String where =
          e.getLocation() == null
              ? ""
              : " at line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr();
      throw new RuleFormatException(
          "rule", "is not valid JSON" + where + ": " + e.getOriginalMessage());
    }
  }

  private static RuleId id(JsonFields root, Optional<RuleId> given) {
    Optional<RuleId> own = root.text("id").map(RuleId::new);
    if (own.isPresent() && given.isPresent() && !own.equals(given)) {
      throw new RuleFormatException(
          "id", "must be \"" + given.get() + "\" as in the path, was \"" + own.get() + "\"");
    }
    return own.or(() -> given)
        .orElseThrow(() -> new RuleFormatException("id", "must be given, was missing"));
  }

  private static Match match(JsonFields fields) {
    fields.onlyKnown("operation", "table");
    List<Criterion> criteria = new ArrayList<>();
    if (fields.has("operation")) {
      criteria.add(new Criterion.OperationIn(fields.texts("operation")));
    }
    if (fields.has("table")) {
      criteria.add(new Criterion.TableIn(fields.texts("table")));
    }
    return new Match(criteria);
  }

  private static Schedule schedule(JsonFields fields) {
    fields.onlyKnown("share", "nth_call", "limit");
    return new Schedule(
        fields.share("share"),
        fields.whole("nth_call", 1, Long.MAX_VALUE),
        fields.whole("limit", 1, Long.MAX_VALUE));
  }

  /** The rule as {@link #read(String)} takes it. */
  public static ObjectNode write(Rule rule) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("id", rule.id().text());
    ObjectNode match = root.putObject("match");
    for (Criterion criterion : rule.match().criteria()) {
      switch (criterion) {
        case Criterion.OperationIn in -> texts(match.putArray("operation"), in.operations());
        case Criterion.TableIn in -> texts(match.putArray("table"), in.tables());
      }
    }
    FaultJson.write(rule.fault(), root.putObject("fault"));
    ObjectNode schedule = root.putObject("schedule");
    schedule.put("share", rule.schedule().share());
    rule.schedule().nthCall().ifPresent(n -> schedule.put("nth_call", n));
    rule.schedule().limit().ifPresent(n -> schedule.put("limit", n));
    rule.seed().ifPresent(seed -> root.put("seed", seed));
    return root;
  }

  private static void texts(ArrayNode array, Set<String> texts) {
    texts.stream().sorted().forEach(array::add);
  }
}
