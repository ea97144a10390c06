package dev.assay.engine.control;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.schema.KeyAttribute;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.value.AttributeType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The attribute definitions of a request, and the key schemas that are made with them. */
final class Schema {
  private static final int MOST_OF_A_KIND = 4;

  private final Map<String, AttributeType> types = new LinkedHashMap<>();
  private final int definitions;
  private final Set<String> used = new LinkedHashSet<>();

  /** Takes definitions whose constraints have been verified. */
  Schema(List<AttributeDefinition> definitions) {
    this(definitions, List.of());
  }

  /** The same for a table that has definitions already: their types stay (fact 138). */
  Schema(List<AttributeDefinition> definitions, List<KeyAttribute> stored) {
    this.definitions = definitions.size();
    for (AttributeDefinition definition : definitions) {
      types.put(
          java.util.Objects.requireNonNull(definition.attributeName()),
          AttributeType.valueOf(java.util.Objects.requireNonNull(definition.attributeType())));
    }
    for (KeyAttribute attribute : stored) {
      types.computeIfPresent(attribute.name(), (name, redeclared) -> attribute.type());
    }
  }

  /** The key of a table or of a local index: one HASH attribute and at most one RANGE attribute. */
  KeySchema pair(List<KeySchemaElement> elements) {
    requireDefinitions(elements);
    requireHashFirst(elements);
    if (elements.size() > 1 && elements.get(1).isHash()) {
      throw ServiceException.validation(
          "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
    }
    if (elements.size() > 1 && elements.get(0).name().equals(elements.get(1).name())) {
      throw sameName();
    }
    return keySchema(elements);
  }

  /** The key of a global index: up to four HASH attributes and then up to four RANGE ones. */
  KeySchema global(List<KeySchemaElement> elements) {
    requireDefinitions(elements);
    requireHashFirst(elements);
    int hashes = (int) elements.stream().filter(KeySchemaElement::isHash).count();
    if (elements.subList(0, hashes).stream().anyMatch(element -> !element.isHash())) {
      throw ServiceException.validation(
          "Invalid KeySchema: All HASH key attributes must come before the RANGE key attributes");
    }
    if (hashes > MOST_OF_A_KIND) {
      throw InvalidParameter.because(
          "Too many partition keys. GSI can have at most 4 partition keys");
    }
    if (elements.size() - hashes > MOST_OF_A_KIND) {
      throw InvalidParameter.because("Too many sort keys. GSI can have at most 4 sort keys");
    }
    if (elements.stream().map(KeySchemaElement::name).distinct().count() < elements.size()) {
      throw sameName();
    }
    return keySchema(elements);
  }

  private static ServiceException sameName() {
    return ServiceException.validation(
        "Both the Hash Key and the Range Key element in the KeySchema have the same name");
  }

  private void requireDefinitions(List<KeySchemaElement> elements) {
    if (definitions < elements.size()) {
      throw ServiceException.validation(
          "Invalid KeySchema: Some index key attribute have no definition");
    }
    List<String> names = elements.stream().map(KeySchemaElement::name).toList();
    if (!types.keySet().containsAll(names)) {
      throw InvalidParameter.because(
          "Some index key attributes are not defined in AttributeDefinitions. Keys: "
              + names
              + ", AttributeDefinitions: "
              + types.keySet());
    }
  }

  private static void requireHashFirst(List<KeySchemaElement> elements) {
    if (!elements.get(0).isHash()) {
      throw ServiceException.validation(
          "Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
    }
  }

  private KeySchema keySchema(List<KeySchemaElement> elements) {
    List<KeyAttribute> hash = new ArrayList<>();
    List<KeyAttribute> range = new ArrayList<>();
    for (KeySchemaElement element : elements) {
      (element.isHash() ? hash : range).add(attribute(element.name()));
      used.add(element.name());
    }
    return new KeySchema(hash, range);
  }

  private KeyAttribute attribute(String name) {
    return new KeyAttribute(name, java.util.Objects.requireNonNull(types.get(name)));
  }

  boolean defines(String attribute) {
    return types.containsKey(attribute);
  }

  /** Counts an attribute that no key has, but a search schema, as used. */
  void use(String attribute) {
    used.add(attribute);
  }

  /** Refuses definitions that nothing uses (fact 140). */
  void requireAllUsed(boolean withIndexes) {
    if (definitions == used.size()) {
      return;
    }
    throw InvalidParameter.because(
        withIndexes
            ? "Some AttributeDefinitions are not used. AttributeDefinitions: "
                + types.keySet()
                + ", keys used: "
                + used
            : "Number of attributes in KeySchema does not exactly match number of attributes"
                + " defined in AttributeDefinitions");
  }

  /** The definitions of a table: those that it has, and those that have come into use here. */
  List<KeyAttribute> addUsedTo(List<KeyAttribute> stored) {
    List<KeyAttribute> all = new ArrayList<>(stored);
    Set<String> known = new LinkedHashSet<>(stored.stream().map(KeyAttribute::name).toList());
    for (String name : used) {
      if (known.add(name)) {
        all.add(attribute(name));
      }
    }
    return all;
  }

  List<KeyAttribute> definitions() {
    return types.keySet().stream().map(this::attribute).toList();
  }
}
