package dev.assay.engine.vector;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.expression.ExpressionScope;
import dev.assay.engine.expression.Projection;
import dev.assay.engine.item.ItemMembers;
import dev.assay.engine.json.StrictReader;
import dev.assay.engine.json.ValueProblem;
import dev.assay.engine.json.WireAttributes;
import dev.assay.engine.json.WireValue;
import dev.assay.engine.request.Choices;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import dev.assay.engine.value.FloatVector;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A search as it was asked for, when everything has been checked that can be without the table.
 *
 * @param topK most results, 1 to 100 (fact 177)
 * @param projection null for all that the index holds
 */
record SearchRequest(
    String tableName,
    String indexName,
    FloatVector vector,
    int topK,
    SearchCondition condition,
    @Nullable Projection projection,
    @Nullable String returnConsumedCapacity) {
  private static final int MAX_DIMENSIONS = 4096;
  private static final int MAX_TOP_K = 100;
  private static final int MIN_NAME_CHARS = 3;
  private static final int MAX_NAME_CHARS = 255;
  private static final int MAX_ARN_CHARS = 1024;

  static SearchRequest read(StrictReader in) {
    Members members = new Members();
    in.request(name -> members.read(name, in));
    return members.check();
  }

  /** The members as they come. */
  private static final class Members {
    private @Nullable String tableName;
    private @Nullable String indexName;
    private @Nullable List<WireValue> searchVector;
    private @Nullable Integer topK;
    private @Nullable String condition;
    private @Nullable String projection;
    private @Nullable Map<String, String> names;
    private @Nullable WireAttributes values;
    private @Nullable String returnConsumedCapacity;

    void read(String name, StrictReader in) {
      switch (name) {
        case "TableName" -> tableName = in.string();
        case "IndexName" -> indexName = in.string();
        case "SearchVector" -> searchVector = in.values();
        case "TopK" -> topK = in.integer();
        case "SearchConditionExpression" -> condition = in.optionalString();
        case "ProjectionExpression" -> projection = in.optionalString();
        case "ExpressionAttributeNames" -> names = in.optionalStrings();
        case "ExpressionAttributeValues" -> values = in.optionalAttributes();
        case "ReturnConsumedCapacity" -> returnConsumedCapacity = in.optionalString();
        default -> in.skip();
      }
    }

    /** The order of the checks is the service's. */
    SearchRequest check() {
      String table = required("TableName", tableName);
      String index = required("IndexName", indexName);
      List<WireValue> vector = required("SearchVector", searchVector);
      int most = required("TopK", topK);
      Constraints.naming()
          .length("indexName", index, MIN_NAME_CHARS, MAX_NAME_CHARS)
          .pattern("indexName", index, Constraints.NAME)
          .verify();
      FloatVector nearTo = vector(vector);
      checkTopK(most);
      checkCapacityMode();
      checkTableName(table);
      if (values != null) {
        refuse(values.problem());
      }
      AttributeMap given = values == null ? null : values.attributes();
      if (condition == null) {
        ExpressionScope.refuseWithoutExpressions(projection == null ? names : null, given, "");
      }
      ExpressionScope scope = new ExpressionScope(names, given);
      SearchCondition parsed =
          condition == null ? SearchCondition.NONE : SearchCondition.parse(condition, scope);
      Projection parts = projection == null ? null : Projection.parse(projection, scope);
      scope.checkAllUsed();
      return new SearchRequest(table, index, nearTo, most, parsed, parts, returnConsumedCapacity);
    }

    private static <T> T required(String name, @Nullable T member) {
      if (member == null) {
        throw ServiceException.validation("missing field `" + name + "`");
      }
      return member;
    }

    private static FloatVector vector(List<WireValue> elements) {
      Constraints.naming().size("searchVector", elements, 1, MAX_DIMENSIONS).verify();
      elements.forEach(element -> refuse(element.problem()));
      List<AttributeValue> components = elements.stream().map(WireValue::value).toList();
      if (!FloatVector.fits(new AttributeValue.L(components), components.size())) {
        // Of the service's sentence no more is known than how it begins.
        throw ServiceException.validation("Search vector contains invalid values");
      }
      return FloatVector.of(components);
    }

    private static void checkTopK(int topK) {
      Constraints.naming().range("topK", topK, 1, Integer.MAX_VALUE).verify();
      if (topK > MAX_TOP_K) {
        throw ServiceException.validation(
            "Provided TopK value '"
                + topK
                + "' is out of valid range. The value must be between 1 and "
                + MAX_TOP_K
                + " inclusive");
      }
    }

    private void checkCapacityMode() {
      Choices choices = Choices.RETURN_CONSUMED_CAPACITY;
      if (returnConsumedCapacity != null && !choices.allow(returnConsumedCapacity)) {
        throw ServiceException.validation(
            "Value at 'ReturnConsumedCapacity' failed to satisfy constraint: Member must satisfy"
                + " enum value set: "
                + choices);
      }
    }

    private static void checkTableName(String name) {
      boolean arn = name.startsWith("arn:");
      int most = arn ? MAX_ARN_CHARS : MAX_NAME_CHARS;
      String constraint = null;
      if (!arn && !ItemMembers.isResourceName(name)) {
        constraint = "Member must satisfy regular expression pattern: " + Constraints.NAME;
      } else if (name.length() < MIN_NAME_CHARS) {
        constraint = "Member must have length greater than or equal to " + MIN_NAME_CHARS;
      } else if (name.length() > most) {
        constraint = "Member must have length less than or equal to " + most;
      }
      if (constraint != null) {
        throw ServiceException.validation(
            "Value '" + name + "' at 'tableName' failed to satisfy constraint: " + constraint);
      }
    }

    private static void refuse(@Nullable ValueProblem problem) {
      if (problem != null) {
        throw ServiceException.validation(problem.text());
      }
    }
  }
}
