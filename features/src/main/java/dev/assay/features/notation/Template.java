package dev.assay.features.notation;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Fills in the placeholders of a feature file's text. A placeholder is <code>{name}</code> or
 * <code>{name:argument}
 * </code>, where the argument may hold placeholders and balanced braces itself, or <code>${name}
 * </code> for a saved value. Braces that start no known placeholder (JSON is full of them) stay as
 * they are.
 */
public final class Template {
  private final Placeholders placeholders;

  /** What stands behind the placeholders of one scenario. */
  public interface Placeholders {
    /** The name of the table called {@code alias} in the scenario. */
    String table(String alias);

    /** A name for a table that the scenario will create itself, or that does not exist. */
    String newTable(String alias);

    /** The name of a region of the run, numbered from 1. */
    String region(int number);

    /** Random letters, the same ones for the same seed, scenario and place in it. */
    String random(int length);

    /** The bucket of the account that exports are written to. */
    String bucket();

    /** A value saved from an earlier response. */
    String saved(String name);
  }

  public Template(Placeholders placeholders) {
    this.placeholders = placeholders;
  }

  /**
   * @throws IllegalArgumentException for an argument that its placeholder cannot take
   */
  public String fill(String text) {
    StringBuilder out = new StringBuilder(text.length() + 32);
    int at = 0;
    while (at < text.length()) {
      int brace = text.indexOf('{', at);
      if (brace < 0) {
        return out.append(text, at, text.length()).toString();
      }
      boolean saved = brace > at && text.charAt(brace - 1) == '$';
      out.append(text, at, saved ? brace - 1 : brace);
      int end = saved ? text.indexOf('}', brace) : closing(text, brace);
      String inside = end < 0 ? "" : text.substring(brace + 1, end);
      String filled = saved ? placeholders.saved(inside) : expand(inside);
      if (filled == null) {
        out.append('{');
        at = brace + 1;
      } else {
        out.append(filled);
        at = end + 1;
      }
    }
    return out.toString();
  }

  private @Nullable String expand(String inside) {
    int colon = inside.indexOf(':');
    String name = colon < 0 ? inside : inside.substring(0, colon);
    String argument = colon < 0 ? "" : inside.substring(colon + 1);
    return switch (name) {
      case "table" -> placeholders.table(argument);
      case "region" -> placeholders.region(count(argument));
      case "new-table" -> placeholders.newTable(argument);
      case "bucket" -> placeholders.bucket();
      case "random" -> placeholders.random(count(argument));
      case "repeat" -> repeat(argument);
      case "base64" -> base64(argument);
      case "nest-map" -> nest(argument, "{\"M\":{\"a\":", "}}");
      case "nest-list" -> nest(argument, "{\"L\":[", "]}");
      case "each" -> each(argument, this::fill);
      default -> null;
    };
  }

  /** <code>{repeat:x:409600}</code>: the text as many times. */
  private static String repeat(String argument) {
    int colon = argument.lastIndexOf(':');
    return argument.substring(0, colon).repeat(count(argument.substring(colon + 1)));
  }

  /** <code>{base64:2048}</code>: that many zero bytes in base 64. */
  private static String base64(String argument) {
    return java.util.Base64.getEncoder().encodeToString(new byte[count(argument)]);
  }

  /** <code>{nest-map:31:{"S":"leaf"}}</code>: the value inside that many maps (or lists). */
  private String nest(String argument, String open, String close) {
    int colon = argument.indexOf(':');
    int depth = count(argument.substring(0, colon));
    return open.repeat(depth) + fill(argument.substring(colon + 1)) + close.repeat(depth);
  }

  /**
   * <code>{each:1..26:{"pk":{"S":"k#"}}}</code>: the text for each number, joined by commas; # is
   * the number.
   */
  private static String each(String argument, UnaryOperator<String> fill) {
    int dots = argument.indexOf("..");
    int colon = argument.indexOf(':', dots);
    int first = count(argument.substring(0, dots));
    int last = count(argument.substring(dots + 2, colon));
    String body = argument.substring(colon + 1);
    StringBuilder out = new StringBuilder();
    for (int i = first; i <= last; i++) {
      out.append(i == first ? "" : ",").append(numbered(body, i));
    }
    return fill.apply(out.toString());
  }

  /**
   * The text with each {@code ##} as the number in four digits and each {@code #} as the plain
   * number.
   */
  public static String numbered(String text, int number) {
    return text.replace("##", "%04d".formatted(number)).replace("#", Integer.toString(number));
  }

  private static int count(String digits) {
    return Integer.parseInt(digits.strip());
  }

  private static int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      if (text.charAt(i) == '{') {
        depth++;
      } else if (text.charAt(i) == '}' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
