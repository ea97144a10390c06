package dev.assay.engine.partiql;

import java.util.Map;
import java.util.Set;

/** The words of PartiQL that cannot stand for a name unless they are quoted. */
final class Keywords {
  private Keywords() {}

  private static final Set<String> ALL =
      Set.of(
          """
          absolute action add all allocate alter any are assertion authorization avg begin bit \
          bit_length cascade cascaded case cast catalog char character character_length \
          char_length check close coalesce collate collation column commit connect connection \
          constraint constraints continue convert corresponding count create cross current \
          current_date current_time current_timestamp current_user cursor date date_add date_diff \
          deallocate dec decimal declare default deferrable deferred delete describe descriptor \
          diagnostics disconnect distinct domain double drop else end escape exception exec \
          execute exists external extract fetch first float for foreign found from full get global \
          go goto grant group having identity immediate indicator initially inner input \
          insensitive insert int integer interval into isolation join key language last left level \
          local lower match max min module names national natural nchar next no nullif numeric \
          octet_length of on only open option order outer output overlaps pad partial position \
          precision prepare preserve primary prior privileges procedure public read real \
          references relative restrict revoke right rollback rows schema scroll section select \
          session session_user set size smallint some space sql sqlcode sqlerror sqlstate \
          substring sum system_user table temporary then time timestamp to transaction translate \
          translation trim unique unknown update upper usage user using value values varchar \
          varying view when whenever where with work write zone \
          can_cast can_lossless_cast pivot unpivot limit offset tuple remove index let integer2 \
          int2 integer4 int4 integer8 int8 bigint conflict do nothing returning modified new old \
          bool boolean string symbol clob blob struct list sexp bag\
          """
              .split(" "));

  private static final Set<String> OPERATORS =
      Set.of("and", "or", "not", "is", "in", "like", "between", "union", "except", "intersect");

  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("varchar", "character_varying"),
          Map.entry("char", "character"),
          Map.entry("dec", "decimal"),
          Map.entry("int", "integer"),
          Map.entry("int2", "smallint"),
          Map.entry("integer2", "smallint"),
          Map.entry("int4", "integer4"),
          Map.entry("int8", "integer8"),
          Map.entry("bigint", "integer8"),
          Map.entry("bool", "boolean"));

  /** Two words that are one token. */
  private static final Map<String, String> PAIRS =
      Map.ofEntries(
          Map.entry("insert into", "insert_into"),
          Map.entry("is not", "is_not"),
          Map.entry("not in", "not_in"),
          Map.entry("not between", "not_between"),
          Map.entry("not like", "not_like"),
          Map.entry("character varying", "character_varying"),
          Map.entry("double precision", "double_precision"),
          Map.entry("on conflict", "on_conflict"),
          Map.entry("do nothing", "do_nothing"),
          Map.entry("cross join", "join"),
          Map.entry("inner join", "join"),
          Map.entry("left join", "join"),
          Map.entry("right join", "join"),
          Map.entry("full join", "join"),
          Map.entry("outer join", "join"),
          Map.entry("modified old", "modified_old"),
          Map.entry("modified new", "modified_new"),
          Map.entry("all old", "all_old"),
          Map.entry("all new", "all_new"));

  /** The names of types, as IS takes them. */
  static final Set<String> TYPES =
      Set.of(
          "missing",
          "null",
          "boolean",
          "smallint",
          "integer4",
          "integer8",
          "integer",
          "float",
          "real",
          "double_precision",
          "decimal",
          "numeric",
          "timestamp",
          "date",
          "time",
          "character",
          "character_varying",
          "string",
          "symbol",
          "clob",
          "blob",
          "struct",
          "tuple",
          "list",
          "sexp",
          "bag",
          "any");

  /** Keywords that are also functions. */
  static final Set<String> FUNCTIONS =
      Set.of(
          "exists",
          "count",
          "avg",
          "max",
          "min",
          "sum",
          "substring",
          "char_length",
          "character_length",
          "octet_length",
          "bit_length",
          "upper",
          "lower",
          "size",
          "sexp",
          "list",
          "bag");

  /** Functions that turn many rows into one; the dialect has none. */
  static final Set<String> AGGREGATES = Set.of("count", "avg", "max", "min", "sum");

  static Token.Kind kindOf(String lower) {
    return switch (lower) {
      case "as" -> Token.Kind.AS;
      case "at" -> Token.Kind.AT;
      case "by" -> Token.Kind.BY;
      case "asc" -> Token.Kind.ASC;
      case "desc" -> Token.Kind.DESC;
      case "null" -> Token.Kind.NULL;
      case "missing" -> Token.Kind.MISSING;
      case "true", "false" -> Token.Kind.BOOLEAN;
      default ->
          OPERATORS.contains(lower)
              ? Token.Kind.OPERATOR
              : ALL.contains(lower) ? Token.Kind.KEYWORD : Token.Kind.NAME;
    };
  }

  /** The word that the grammar knows this one as. */
  static String canonical(String lower) {
    return ALIASES.getOrDefault(lower, lower);
  }

  /** The token that two neighbouring words make, or null. */
  static @org.jspecify.annotations.Nullable String merged(String first, String second) {
    return PAIRS.get(first + " " + second);
  }
}
