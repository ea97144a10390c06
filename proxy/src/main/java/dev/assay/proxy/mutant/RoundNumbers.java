package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;

/** Numbers come back as a double can hold them. */
final class RoundNumbers extends ValueChange {
  @Override
  Optional<ObjectNode> change(String type, ObjectNode value) {
    if (type.equals("N")) {
      value.put("N", rounded(value.get("N").asText()));
    } else if (type.equals("NS")) {
      ArrayNode members = value.arrayNode();
      value.get("NS").forEach(member -> members.add(rounded(member.asText())));
      value.set("NS", members);
    }
    return Optional.of(value);
  }

  /** Unchanged where a double can hold it. */
  private static String rounded(String number) {
    BigDecimal exact = new BigDecimal(number);
    BigDecimal held = BigDecimal.valueOf(exact.doubleValue());
    return held.compareTo(exact) == 0 ? number : held.toPlainString();
  }
}
