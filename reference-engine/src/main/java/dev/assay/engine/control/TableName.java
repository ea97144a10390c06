package dev.assay.engine.control;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.request.Constraints;
import org.jspecify.annotations.Nullable;

/** The table that a request on tables names: by its name or, mostly, by its ARN. */
public final class TableName {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 255;

  private TableName() {}

  /** What the service checks ahead of every other member, and in its own words. */
  public static String checkLength(@Nullable String tableName) {
    if (tableName == null) {
      throw ServiceException.validation(
          "The parameter 'TableName' is required but was not present in the request");
    }
    int most = tableName.startsWith("arn:") ? 1024 : LONGEST;
    if (tableName.length() < SHORTEST || tableName.length() > most) {
      throw ServiceException.validation(
          "TableName must be at least 3 characters long and at most 255 characters long");
    }
    return tableName;
  }

  /** The name or ARN, or the service's refusal of one that is missing or malformed. */
  public static String check(@Nullable String tableName) {
    String present = checkLength(tableName);
    Constraints constraints = Constraints.echoing();
    checkPattern(constraints, present);
    constraints.verify();
    return present;
  }

  public static void checkPattern(Constraints constraints, @Nullable String tableName) {
    if (tableName != null && !tableName.startsWith("arn:")) {
      constraints.pattern("tableName", tableName, Constraints.NAME);
    }
  }

  /** Reads a request whose only member is the table's name, and checks it. */
  public static String readOnly(JsonReader in) {
    String[] tableName = new String[1];
    in.request(
        name -> {
          if (name.equals("TableName")) {
            tableName[0] = in.string();
          } else {
            in.skip();
          }
        });
    return check(tableName[0]);
  }
}
