package dev.assay.engine.control;

import dev.assay.engine.api.Region;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.request.Tables;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.TableDefinition;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ARN of a table or of one of its streams, which tags and policies are attached to.
 *
 * @param tableName the table, or the one whose stream it is
 * @param streamLabel null for the table itself
 */
record ResourceArn(String text, String tableName, @Nullable String streamLabel) {
  private static final Pattern RESOURCE =
      Pattern.compile("arn:[^:]+:dynamodb:[^:]+:[0-9]+:([^/]+)/([^/]*)(?:/stream/(.+))?(/.*)?");
  private static final Pattern TABLE_NAME = Pattern.compile("[a-zA-Z0-9_.-]{3,255}");

  /**
   * Reads an ARN.
   *
   * @param operation named in the refusal of what does not look like an ARN: for the service that
   *     is a resource to which nobody has access
   */
  static ResourceArn parse(Region region, String operation, @Nullable String text) {
    if (text == null) {
      throw ServiceException.validation("Invalid TableArn");
    }
    Matcher arn = RESOURCE.matcher(text);
    if (!arn.matches()) {
      throw new ServiceException(
          ErrorType.ACCESS_DENIED,
          "User: arn:aws:iam::"
              + region.accountId()
              + ":root is not authorized to perform: dynamodb:"
              + operation
              + " on resource: "
              + text);
    }
    boolean known = arn.group(1).equals("table") && arn.group(4) == null;
    if (!known || !TABLE_NAME.matcher(arn.group(2)).matches()) {
      throw ServiceException.validation(
          "Invalid TableArn: Invalid ResourceArn provided as input " + text);
    }
    return new ResourceArn(text, arn.group(2), arn.group(3));
  }

  /** The table, if it and the stream are there. */
  Optional<Table> find(Region region) {
    String own = region.tableArn(tableName);
    boolean here = text.equals(own) || text.startsWith(own + "/");
    return here ? Tables.find(region, tableName).filter(this::isLatestStream) : Optional.empty();
  }

  private boolean isLatestStream(Table table) {
    TableDefinition definition = table.definition();
    return streamLabel == null || streamLabel.equals(definition.settings().stream().label());
  }

  /** The refusal of the ARN of something that is not there. */
  ServiceException notFound() {
    String what =
        streamLabel == null
            ? "Requested resource not found: Table: " + tableName + " not found"
            : "Requested resource not found: Stream: " + text + " not found";
    return new ServiceException(ErrorType.RESOURCE_NOT_FOUND, what);
  }
}
