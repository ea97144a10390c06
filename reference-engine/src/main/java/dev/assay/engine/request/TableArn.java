package dev.assay.engine.request;

import dev.assay.engine.api.Region;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table's ARN, which stands for its name wherever a request names a table. */
final class TableArn {
  private static final Pattern TABLE =
      Pattern.compile("arn:[^:]+:dynamodb:([^:]*):([0-9]*):table/([a-zA-Z0-9_.-]+)");

  private TableArn() {}

  /**
   * The name of the table.
   *
   * @throws ServiceException if it is an ARN of another region or account
   */
  static String nameIn(Region region, String nameOrArn) {
    if (!nameOrArn.startsWith("arn:")) {
      return nameOrArn;
    }
    Matcher arn = TABLE.matcher(nameOrArn);
    if (!arn.matches()) {
      throw ServiceException.validation("Invalid TableArn: " + nameOrArn);
    }
    if (!arn.group(1).equals(region.name()) || !arn.group(2).equals(region.accountId())) {
      throw new ServiceException(ErrorType.RESOURCE_NOT_FOUND, "Requested resource not found");
    }
    return arn.group(3);
  }
}
