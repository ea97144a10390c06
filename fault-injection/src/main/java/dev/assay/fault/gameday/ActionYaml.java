package dev.assay.fault.gameday;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.fault.Rule;
import dev.assay.fault.RuleFormatException;
import dev.assay.fault.RuleId;
import dev.assay.fault.RuleJson;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.nodes.Node;

/** The actions that a file may name: the one list of their words. */
final class ActionYaml {
  private static final List<String> KINDS =
      List.of("lever", "heal", "rule", "remove_rule", "call", "delete_all_items", "use_table");
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> ARGUMENTS = new TypeReference<>() {};

  private ActionYaml() {}

  /** Reads the action of a step; {@code after_s} is the step's own. */
  static Action read(YamlFields fields) {
    fields.onlyKnown(
        "after_s",
        "lever",
        "heal",
        "rule",
        "remove_rule",
        "call",
        "delete_all_items",
        "use_table",
        "with",
        "region",
        "until");
    List<String> given = KINDS.stream().filter(fields::has).toList();
    if (given.size() != 1) {
      throw new GameDayException(
          fields.line(),
          fields.at("").replaceAll("\\.$", ""),
          "must name one action out of "
              + String.join(", ", KINDS)
              + (given.isEmpty() ? ", named none" : ", named " + String.join(" and ", given)));
    }
    String kind = given.getFirst();
    boolean takesArguments = kind.equals("lever") || kind.equals("call");
    if (fields.has("with") && !takesArguments) {
      throw fields.complaint("with", "belongs to lever and call only");
    }
    if ((fields.has("region") || fields.has("until")) && !kind.equals("call")) {
      throw fields.complaint(fields.has("region") ? "region" : "until", "belongs to call only");
    }
    return switch (kind) {
      case "lever" -> new Action.PullLever(fields.requiredText("lever"), arguments(fields));
      case "heal" -> {
        requireTrue(fields, "heal");
        yield new Action.Heal();
      }
      case "rule" -> new Action.PutRule(rule(fields));
      case "remove_rule" -> new Action.RemoveRule(ruleId(fields));
      case "call" -> call(fields);
      case "delete_all_items" -> {
        requireTrue(fields, "delete_all_items");
        yield new Action.DeleteAllItems();
      }
      case "use_table" -> new Action.UseTable(fields.requiredText("use_table"));
      default -> throw new AssertionError(kind);
    };
  }

  private static void requireTrue(YamlFields fields, String name) {
    if (!fields.truth(name).orElse(false)) {
      throw fields.complaint(name, "must be true, or be left out");
    }
  }

  private static Map<String, Object> arguments(YamlFields fields) {
    Node with = fields.value("with");
    if (with == null) {
      return Map.of();
    }
    if (!(YamlJson.of(with) instanceof ObjectNode object)) {
      throw fields.complaint("with", "must be a mapping of names to values");
    }
    return MAPPER.convertValue(object, ARGUMENTS);
  }

  private static Rule rule(YamlFields fields) {
    try {
      return RuleJson.read(YamlJson.of(fields.required("rule")).toString());
    } catch (RuleFormatException e) {
      throw new GameDayException(
          fields.lineOf("rule"), fields.at("rule") + "." + e.field(), problem(e));
    }
  }

  private static RuleId ruleId(YamlFields fields) {
    try {
      return new RuleId(fields.requiredText("remove_rule"));
    } catch (RuleFormatException e) {
      throw fields.complaint("remove_rule", problem(e));
    }
  }

  private static String problem(RuleFormatException e) {
    String message = Objects.requireNonNullElse(e.getMessage(), "");
    return message.startsWith(e.field() + " ")
        ? message.substring(e.field().length() + 1)
        : message;
  }

  private static Action call(YamlFields fields) {
    Node with = fields.value("with");
    return new Action.CallOperation(
        fields.requiredText("call"),
        with == null ? "{}" : YamlJson.of(with).toString(),
        fields.text("region"),
        fields
            .mapping("until")
            .map(
                until -> {
                  until.onlyKnown("path", "is");
                  String path = until.requiredText("path");
                  if (!path.startsWith("/")) {
                    throw until.complaint(
                        "path", "must be a JSON pointer that begins with /, was \"" + path + "\"");
                  }
                  return new Action.Until(path, until.requiredText("is"));
                }));
  }
}
