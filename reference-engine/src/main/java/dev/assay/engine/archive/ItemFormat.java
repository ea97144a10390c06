package dev.assay.engine.archive;

/** How items are written down. */
public enum ItemFormat {
  DYNAMODB_JSON(".json"),
  ION(".ion"),
  CSV(".csv");

  private final String suffix;

  ItemFormat(String suffix) {
    this.suffix = suffix;
  }

  /** Of the names of files, with its dot. */
  public String suffix() {
    return suffix;
  }
}
