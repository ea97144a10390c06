package dev.assay.engine.recovery.api;

import dev.assay.engine.api.Region;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table that is named by its ARN only, and may be in another region.
 *
 * @param region the name of its region
 */
record SourceTable(String region, String account, String name, String arn) {
  private static final Pattern RESOURCE =
      Pattern.compile("arn:[^:]+:dynamodb:([^:]*):([0-9]*):table/([a-zA-Z0-9_.-]+)(/.*)?");

  /**
   * Reads an ARN.
   *
   * @param member named in the refusal
   */
  static SourceTable parse(String member, String arn) {
    Matcher parts = RESOURCE.matcher(arn);
    if (!parts.matches()) {
      throw ServiceException.validation(
          "One or more parameter values were invalid: " + member + " is not a valid ARN");
    }
    if (parts.group(4) != null) {
      throw ServiceException.validation("Invalid Request: Table ARN is invalid.");
    }
    return new SourceTable(parts.group(1), parts.group(2), parts.group(3), arn);
  }

  void requireOwn(Region region) {
    if (!account.equals(region.accountId())) {
      throw new ServiceException(ErrorType.ACCESS_DENIED, "Access is denied");
    }
  }
}
