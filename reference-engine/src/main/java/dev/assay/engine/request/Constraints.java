package dev.assay.engine.request;

import dev.assay.engine.error.ServiceException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with the members of one request, in the order of the checks, and refuses
 * it with all of them in one message.
 *
 * <p>A member is given by its path as the older layer writes it, in camel case: {@code
 * keySchema.1.member.keyType}. A member that is absent breaks no constraint but {@link #required}.
 */
public final class Constraints {
  /** The service counts and reports no more violations than these. */
  private static final int MOST_REPORTED = 10;

  /** The two forms of a violation (facts 124 and 125). */
  public enum Form {
    /** Older: {@code Value '0' at 'limit' failed to satisfy constraint: …}. */
    ECHOING,
    /** Newer: {@code Value at 'Limit' failed to satisfy constraint: …}. */
    NAMING
  }

  /** What a table or index name is made of. */
  public static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]+");

  private final Form form;
  private final List<String> violations = new ArrayList<>();

  public Constraints(Form form) {
    this.form = form;
  }

  public static Constraints echoing() {
    return new Constraints(Form.ECHOING);
  }

  public static Constraints naming() {
    return new Constraints(Form.NAMING);
  }

  /** A refusal in the envelope of a single violation. */
  public static ServiceException enveloped(String problem) {
    return ServiceException.settledValidation("1 validation error detected: " + problem);
  }

  /** Both layers print an absent member in the older form (fact 129). */
  public Constraints required(String member, @Nullable Object value) {
    if (value == null) {
      violation(
          "Value null at '"
              + member
              + "' failed to satisfy constraint: "
              + "Member must not be null");
    }
    return this;
  }

  public Constraints length(String member, @Nullable String value, int least, int most) {
    return value == null ? this : length(member, value, value.length(), least, most);
  }

  /** The number of elements of a list; the older form echoes them with their own text. */
  public Constraints size(String member, @Nullable Collection<?> value, int least, int most) {
    return value == null ? this : length(member, value, value.size(), least, most);
  }

  private Constraints length(String member, Object value, int length, int least, int most) {
    if (length > most) {
      broken(member, value, "Member must have length less than or equal to " + most);
    }
    if (length < least) {
      broken(member, value, "Member must have length greater than or equal to " + least);
    }
    return this;
  }

  public Constraints range(String member, @Nullable Number value, long least, long most) {
    if (value != null && value.longValue() > most) {
      broken(member, value, "Member must have value less than or equal to " + most);
    }
    if (value != null && value.longValue() < least) {
      broken(member, value, "Member must have value greater than or equal to " + least);
    }
    return this;
  }

  public Constraints pattern(String member, @Nullable String value, Pattern pattern) {
    if (value != null && !pattern.matcher(value).matches()) {
      broken(member, value, "Member must satisfy regular expression pattern: " + pattern);
    }
    return this;
  }

  public Constraints oneOf(String member, @Nullable String value, Choices choices) {
    if (value != null && !choices.allow(value)) {
      broken(member, value, "Member must satisfy enum value set: " + choices);
    }
    return this;
  }

  /** A violation of any member's constraint, in this form. */
  public Constraints broken(String member, Object value, String constraint) {
    String subject =
        switch (form) {
          case ECHOING -> "Value '" + value + "' at '" + member + "'";
          case NAMING -> "Value at '" + capitalized(member) + "'";
        };
    return violation(subject + " failed to satisfy constraint: " + constraint);
  }

  /** A violation in words of its own. */
  public Constraints violation(String text) {
    violations.add(text);
    return this;
  }

  public boolean areMet() {
    return violations.isEmpty();
  }

  /**
   * Ends the checks.
   *
   * @throws ServiceException with every violation in one message, if there was any
   */
  public void verify() {
    if (violations.isEmpty()) {
      return;
    }
    List<String> reported = violations.subList(0, Math.min(violations.size(), MOST_REPORTED));
    throw ServiceException.settledValidation(
        reported.size()
            + (reported.size() == 1 ? " validation error" : " validation errors")
            + " detected: "
            + String.join("; ", reported));
  }

  private static String capitalized(String path) {
    StringBuilder text = new StringBuilder();
    for (String segment : path.split("\\.", -1)) {
      text.append(text.isEmpty() ? "" : ".");
      if (segment.isEmpty() || segment.equals("member")) {
        text.append(segment);
      } else {
        text.append(Character.toUpperCase(segment.charAt(0))).append(segment, 1, segment.length());
      }
    }
    return text.toString();
  }
}
