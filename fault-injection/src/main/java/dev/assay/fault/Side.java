package dev.assay.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;

/** On which way a fault acts. */
public enum Side {
  /** Before the store sees the request. */
  REQUEST("request"),
  /** After the store has carried it out: on the way back. */
  RESPONSE("response");

  private static final String FIELD = "on";

  private final String word;

  Side(String word) {
    this.word = word;
  }

  /** The word for it in rules. */
  public String word() {
    return word;
  }

  static Side read(JsonFields fields, Side otherwise) {
    if (!fields.has(FIELD)) {
      return otherwise;
    }
    List<String> words = Arrays.stream(values()).map(Side::word).toList();
    return values()[words.indexOf(fields.word(FIELD, words))];
  }

  void write(ObjectNode into) {
    into.put(FIELD, word);
  }
}
