package dev.assay.engine.scaling;

import java.util.Arrays;
import java.util.Optional;

/** What of a table or an index scales (Application Auto Scaling, ScalableDimension). */
public enum Dimension {
  TABLE_READ("dynamodb:table:ReadCapacityUnits", false, false),
  TABLE_WRITE("dynamodb:table:WriteCapacityUnits", false, true),
  INDEX_READ("dynamodb:index:ReadCapacityUnits", true, false),
  INDEX_WRITE("dynamodb:index:WriteCapacityUnits", true, true);

  private final String word;
  private final boolean ofIndex;
  private final boolean writes;

  Dimension(String word, boolean ofIndex, boolean writes) {
    this.word = word;
    this.ofIndex = ofIndex;
    this.writes = writes;
  }

  public static Optional<Dimension> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
  }

  static Dimension of(boolean ofIndex, boolean writes) {
    if (ofIndex) {
      return writes ? INDEX_WRITE : INDEX_READ;
    }
    return writes ? TABLE_WRITE : TABLE_READ;
  }

  /** As the wire spells it. */
  public String word() {
    return word;
  }

  public boolean ofIndex() {
    return ofIndex;
  }

  public boolean writes() {
    return writes;
  }

  /** The one predefined metric that fits. */
  public String metric() {
    return writes ? "DynamoDBWriteCapacityUtilization" : "DynamoDBReadCapacityUtilization";
  }

  /** As activities spell it. */
  public String units() {
    return writes ? "write capacity units" : "read capacity units";
  }
}
