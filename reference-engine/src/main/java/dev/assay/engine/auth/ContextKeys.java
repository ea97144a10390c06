package dev.assay.engine.auth;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What conditions and policy variables can ask about one request. Names ignore case. */
final class ContextKeys {
  private final Map<String, List<String>> values = new HashMap<>();

  ContextKeys() {}

  ContextKeys(ContextKeys others) {
    values.putAll(others.values);
  }

  void put(String key, Collection<String> all) {
    values.put(key.toLowerCase(Locale.ROOT), List.copyOf(all));
  }

  void put(String key, String value) {
    put(key, List.of(value));
  }

  /** All values of a key; none if the request does not have it. */
  List<String> all(String key) {
    return values.getOrDefault(key.toLowerCase(Locale.ROOT), List.of());
  }
}
