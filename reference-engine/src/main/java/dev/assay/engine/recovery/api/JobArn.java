package dev.assay.engine.recovery.api;

import dev.assay.engine.api.Region;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.request.Constraints;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ARN of an export or an import.
 *
 * @param kind {@code Export} or {@code Import}, as messages have it
 */
record JobArn(String kind, String text) {
  private static final Pattern JOB =
      Pattern.compile("arn:aws[^:]*:dynamodb:([^:]+):([0-9]+):table/[^/]+/([a-z]+)/[^/]+");

  /** Reads a request whose only member is the ARN, and checks its length. */
  static JobArn readOnly(String kind, JsonReader in) {
    String[] arn = new String[1];
    String member = kind + "Arn";
    in.request(
        name -> {
          if (name.equals(member)) {
            arn[0] = in.string();
          } else {
            in.skip();
          }
        });
    String path = Character.toLowerCase(member.charAt(0)) + member.substring(1);
    Constraints.echoing().required(path, arn[0]).length(path, arn[0], 37, 1024).verify();
    return new JobArn(kind, java.util.Objects.requireNonNull(arn[0]));
  }

  /** Refuses what is no such ARN, and a job of somebody else. */
  void requireOwn(Region region) {
    Matcher parts = JOB.matcher(text);
    if (!parts.matches() || !parts.group(3).equalsIgnoreCase(kind)) {
      throw ServiceException.validation("Invalid " + kind + " ARN");
    }
    if (!parts.group(2).equals(region.accountId())) {
      throw new ServiceException(ErrorType.ACCESS_DENIED, "Access is denied");
    }
  }

  ServiceException notFound(ErrorType type) {
    return new ServiceException(type, kind + " not found: " + kind + " not found: " + text);
  }
}
