package dev.assay.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;

/** What a client gets that does not get the store's answer. */
public enum Ending {
  /** Its connection is closed. */
  CLOSE("close"),
  /** Its connection is reset (RST). */
  RESET("reset"),
  /** The proxy's half of its connection is closed; what it still sends is read and thrown away. */
  HALF_CLOSE("half_close"),
  /** Nothing, until the rule is out of force or the client gives up. */
  SILENCE("silence"),
  /** An InternalServerError with status 500. */
  ERROR("error");

  private final String word;

  Ending(String word) {
    this.word = word;
  }

  /** The word for it in rules. */
  public String word() {
    return word;
  }

  static Ending read(JsonFields fields, String field, List<Ending> known) {
    if (!fields.has(field)) {
      return known.getFirst();
    }
    String word = fields.word(field, known.stream().map(Ending::word).toList());
    return Arrays.stream(values()).filter(e -> e.word.equals(word)).findFirst().orElseThrow();
  }

  void write(String field, ObjectNode into) {
    into.put(field, word);
  }
}
