package dev.assay.features.workload;

/** Which table a run works on at the moment: another one once it was restored elsewhere. */
public final class TableInUse {
  private volatile String name;

  TableInUse(String name) {
    this.name = name;
  }

  /** Its name. */
  public String name() {
    return name;
  }

  void become(String other) {
    name = other;
  }
}
