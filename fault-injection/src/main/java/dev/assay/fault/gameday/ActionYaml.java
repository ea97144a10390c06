package dev.assay.fault.gameday;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.fault.Rule;
import dev.assay.fault.RuleFormatException;
import dev.assay.fault.RuleId;
import dev.assay.fault.RuleJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;

/** The actions that a file may name: the one list of their words. */
final class ActionYaml {
  private static final List<String> KINDS =
      List.of(
          "lever",
          "heal",
          "rule",
          "remove_rule",
          "call",
          "delete_all_items",
          "use_table",
          "use_region");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
  private static final List<String> RESERVED = List.of("table", "run", "time");
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
        "use_region",
        "with",
        "region",
        "until",
        "keep");
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
    for (String part : List.of("region", "until", "keep")) {
      if (fields.has(part) && !kind.equals("call")) {
        throw fields.complaint(part, "belongs to call only");
      }
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
      case "use_region" -> new Action.UseRegion(fields.requiredText("use_region"));
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
                  return new Action.Until(pointer(until, "path"), until.requiredText("is"));
                }),
        fields.mapping("keep").map(ActionYaml::kept).orElse(Map.of()));
  }

  private static Map<String, String> kept(YamlFields fields) {
    Map<String, String> kept = new LinkedHashMap<>();
    for (String name : fields.names()) {
      if (!NAME.matcher(name).matches() || RESERVED.contains(name)) {
        throw fields.complaint(
            name, "must be a name of small letters that is not " + String.join(", ", RESERVED));
      }
      kept.put(name, pointer(fields, name));
    }
    return kept;
  }

  private static String pointer(YamlFields fields, String name) {
    String path = fields.requiredText(name);
    if (!path.startsWith("/")) {
      throw fields.complaint(
          name, "must be a JSON pointer that begins with /, was \"" + path + "\"");
    }
    return path;
  }
}
