package dev.assay.features.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Turns DynamoDB JSON into the SDK's attribute values and back. */
public final class SdkValues {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private SdkValues() {}

  public static Map<String, AttributeValue> item(JsonNode json) {
    Map<String, AttributeValue> item = new LinkedHashMap<>();
    json.properties().forEach(member -> item.put(member.getKey(), value(member.getValue())));
    return item;
  }

  public static AttributeValue value(JsonNode json) {
    Map.Entry<String, JsonNode> member = json.properties().iterator().next();
    JsonNode content = member.getValue();
    AttributeValue.Builder builder = AttributeValue.builder();
    return switch (member.getKey()) {
      case "S" -> builder.s(content.textValue()).build();
      case "N" -> builder.n(content.textValue()).build();
      case "B" -> builder.b(bytes(content)).build();
      case "BOOL" -> builder.bool(content.booleanValue()).build();
      case "NULL" -> builder.nul(content.booleanValue()).build();
      case "SS" -> builder.ss(texts(content)).build();
      case "NS" -> builder.ns(texts(content)).build();
      case "BS" -> {
        List<SdkBytes> members = new ArrayList<>();
        content.forEach(element -> members.add(bytes(element)));
        yield builder.bs(members).build();
      }
      case "L" -> {
        List<AttributeValue> elements = new ArrayList<>();
        content.forEach(element -> elements.add(value(element)));
        yield builder.l(elements).build();
      }
      case "M" -> builder.m(item(content)).build();
      default -> throw new IllegalArgumentException("no attribute value: " + json);
    };
  }

  private static SdkBytes bytes(JsonNode base64) {
    return SdkBytes.fromByteArray(Base64.getDecoder().decode(base64.textValue()));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(element -> texts.add(element.textValue()));
    return texts;
  }

  public static ObjectNode json(Map<String, AttributeValue> item) {
    ObjectNode json = NODES.objectNode();
    item.forEach((name, value) -> json.set(name, json(value)));
    return json;
  }

  public static ArrayNode json(List<Map<String, AttributeValue>> items) {
    ArrayNode json = NODES.arrayNode();
    items.forEach(item -> json.add(json(item)));
    return json;
  }

  public static ObjectNode json(AttributeValue value) {
    ObjectNode json = NODES.objectNode();
    switch (value.type()) {
      case S -> json.put("S", value.s());
      case N -> json.put("N", value.n());
      case B -> json.put("B", base64(value.b()));
      case BOOL -> json.put("BOOL", value.bool());
      case NUL -> json.put("NULL", value.nul());
      case SS -> value.ss().forEach(json.putArray("SS")::add);
      case NS -> value.ns().forEach(json.putArray("NS")::add);
      case BS -> {
        ArrayNode members = json.putArray("BS");
        value.bs().forEach(member -> members.add(base64(member)));
      }
      case L -> {
        ArrayNode elements = json.putArray("L");
        value.l().forEach(element -> elements.add(json(element)));
      }
      case M -> json.set("M", json(value.m()));
      case UNKNOWN_TO_SDK_VERSION -> json.put("unknown", value.toString());
    }
    return json;
  }

  private static String base64(SdkBytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.asByteArray());
  }
}
