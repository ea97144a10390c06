package dev.assay.engine.scaling;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One capacity that may scale: reads or writes of a table or of one of its global indexes.
 *
 * @param index null for the table itself
 */
public record Subject(String table, @Nullable String index, Dimension dimension)
    implements Comparable<Subject> {
  private static final Pattern RESOURCE = Pattern.compile("table/([^/]+)(?:/index/([^/]+))?");
  private static final Comparator<Subject> ORDER =
      Comparator.comparing(Subject::resourceId).thenComparing(Subject::dimension);

  public static Subject of(String table, @Nullable String index, boolean writes) {
    return new Subject(table, index, Dimension.of(index != null, writes));
  }

  /**
   * The subject that a request names.
   *
   * @param resourceId {@code table/NAME} or {@code table/NAME/index/INDEX}
   * @return nothing if the two do not go together
   */
  public static Optional<Subject> parse(String resourceId, String dimension) {
    Matcher parts = RESOURCE.matcher(resourceId);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String table = parts.group(1);
    String index = parts.group(2);
    return Dimension.of(dimension)
        .filter(known -> known.ofIndex() == (index != null))
        .map(known -> new Subject(table, index, known));
  }

  public String resourceId() {
    return index == null ? "table/" + table : "table/" + table + "/index/" + index;
  }

  public boolean writes() {
    return dimension.writes();
  }

  /** How refusals name it. */
  public String described() {
    return "service namespace: dynamodb, resource ID: "
        + resourceId()
        + ", scalable dimension: "
        + dimension.word();
  }

  @Override
  public int compareTo(Subject other) {
    return ORDER.compare(this, other);
  }
}
