package dev.assay.engine.value;

import java.util.Optional;

/** The ten types of an attribute value, named as the wire names them. */
public enum AttributeType {
  S("String"),
  N("Number"),
  B("Binary"),
  SS("String Set"),
  NS("Number Set"),
  BS("Binary Set"),
  M("Map"),
  L("List"),
  NULL("Null"),
  BOOL("Boolean");

  private final String longName;

  AttributeType(String longName) {
    this.longName = longName;
  }

  /** The name that a few error messages use instead of the wire's. */
  public String longName() {
    return longName;
  }

  /** Whether an attribute of this type may be a key. */
  public boolean isScalarKey() {
    return this == S || this == N || this == B;
  }

  public boolean isSet() {
    return this == SS || this == NS || this == BS;
  }

  /** The type with exactly this wire name, if there is one. */
  public static Optional<AttributeType> of(String wireName) {
    for (AttributeType type : values()) {
      if (type.name().equals(wireName)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
