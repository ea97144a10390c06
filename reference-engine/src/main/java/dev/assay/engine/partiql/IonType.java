package dev.assay.engine.partiql;

import java.util.regex.Pattern;

/** Tells the type of an Ion literal, which is all that its refusal needs. */
final class IonType {
  private static final Pattern INT = Pattern.compile("[+-]?[0-9][0-9_]*|-?0[xX][0-9a-fA-F_]+");
  private static final Pattern FLOAT = Pattern.compile("-?[0-9][0-9_.]*[eE][+-]?[0-9]+");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9][0-9_]*\\.[0-9_]*([dD].*)?");
  private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{4}(T|-[0-9]{2}(T|-[0-9]{2}.*))");

  private IonType() {}

  static String of(String literal) {
    String text = literal.strip();
    if (text.isEmpty()) {
      throw Refusals.malformed("");
    }
    return switch (text.charAt(0)) {
      case '"' -> "STRING";
      case '[' -> "LIST";
      case '(' -> "SEXP";
      case '{' -> text.startsWith("{{") ? (text.contains("\"") ? "CLOB" : "BLOB") : "STRUCT";
      default -> ofWord(text);
    };
  }

  private static String ofWord(String text) {
    if (text.equals("true") || text.equals("false")) {
      return "BOOL";
    }
    if (text.equals("null") || text.startsWith("null.")) {
      return "NULL";
    }
    if (INT.matcher(text).matches()) {
      return "INT";
    }
    if (FLOAT.matcher(text).matches()) {
      return "FLOAT";
    }
    if (DECIMAL.matcher(text).matches()) {
      return "DECIMAL";
    }
    return TIMESTAMP.matcher(text).matches() ? "TIMESTAMP" : "SYMBOL";
  }
}
