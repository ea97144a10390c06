package dev.assay.engine.control;

import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** The tags of a resource, and what they may be. */
final class Tags {
  private static final int MOST = 50;
  private static final Pattern TEXT = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");

  private Tags() {}

  /** The refusal of the ARN of a table that is not there, in the service's own spelling. */
  static ServiceException notFound(ResourceArn arn) {
    return new ServiceException(
        ErrorType.RESOURCE_NOT_FOUND,
        "Requested resource not found: ResourcArn: " + arn.text() + " not found");
  }

  /** The tags with those of a request put over them. */
  static Map<String, String> with(Map<String, String> current, List<TagRequest> added) {
    Map<String, String> tags = new LinkedHashMap<>(current);
    Set<String> seen = new HashSet<>();
    for (TagRequest tag : added) {
      String key = Objects.requireNonNull(tag.key());
      String value = Objects.requireNonNull(tag.value());
      if (key.startsWith("aws:")) {
        throw ServiceException.validation(
            "One or more parameter values were invalid: Tag keys cannot start with: aws:");
      }
      if (!TEXT.matcher(key).matches() || !TEXT.matcher(value).matches()) {
        throw ServiceException.validation(
            "One or more parameter values were invalid: Tag keys and values can only contain"
                + " letters, whitespace, numbers and the characters _.:/=+-@");
      }
      if (!seen.add(key)) {
        throw ServiceException.validation(
            "One or more parameter values were invalid: Duplicate tag key: " + key);
      }
      tags.put(key, value);
    }
    if (tags.size() > MOST) {
      throw ServiceException.validation(
          "One or more parameter values were invalid: Too many tags: the limit is " + MOST);
    }
    return tags;
  }
}
