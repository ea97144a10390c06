package dev.assay.fault;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rules as JSON:
 *
 * <pre>{@code
 * {"id": "slow-puts",
 *  "match": {"operation": ["PutItem"], "table": "orders", "key": {"pk": ["a", "b"]}},
 *  "fault": {"kind": "latency", "latency_ms": 250},
 *  "schedule": {"share": 0.5, "limit": 10, "start_after_ms": 1000},
 *  "seed": 42}
 * }</pre>
 *
 * <p>Everything but {@code fault} may be left out; {@code id} only where the caller gives one.
 * {@code docs/faults.md} has the whole vocabulary.
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

  /**
   * Reads one rule, or an array of rules; each names itself.
   *
   * @throws RuleFormatException naming the first field that is wrong, with the rule's place in an
   *     array, from 0
   */
  public static List<Rule> readAll(String json) {
    JsonNode root = parse(json);
    if (!root.isArray()) {
      return List.of(read(root, Optional.empty()));
    }
    List<Rule> rules = new ArrayList<>();
    for (JsonNode member : root) {
      try {
        rules.add(read(member, Optional.empty()));
      } catch (RuleFormatException e) {
        throw e.in("[" + rules.size() + "]");
      }
    }
    return rules;
  }

  private static Rule read(String json, Optional<RuleId> given) {
    return read(parse(json), given);
  }

  private static Rule read(JsonNode json, Optional<RuleId> given) {
    JsonFields root = JsonFields.ofRoot(json);
    root.onlyKnown("id", "match", "fault", "schedule", "seed");
    return new Rule(
        id(root, given),
        MatchJson.read(root.object("match")),
        FaultJson.read(root),
        ScheduleJson.read(root.object("schedule")),
        root.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE));
  }

  /**
   * Reads an object whose only field is a whole number, as the commands beside rules are.
   *
   * @throws RuleFormatException when it is anything else
   */
  public static long number(String json, String field, long min, long max) {
    JsonFields root = JsonFields.ofRoot(parse(json));
    root.onlyKnown(field);
    return root.requiredWhole(field, min, max);
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

  /** The rule as {@link #read(String)} takes it. */
  public static ObjectNode write(Rule rule) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("id", rule.id().text());
    root.set("match", MatchJson.write(rule.match()));
    FaultJson.write(rule.fault(), root.putObject("fault"));
    root.set("schedule", ScheduleJson.write(rule.schedule()));
    rule.seed().ifPresent(seed -> root.put("seed", seed));
    return root;
  }
}
