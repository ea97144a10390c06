package dev.assay.features.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** HTTP headers: names without regard to case, values in the order of the wire. */
public record Headers(Map<String, List<String>> values) {
  public Headers {
    Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    values.forEach((name, list) -> copy.computeIfAbsent(name, n -> new ArrayList<>()).addAll(list));
    values = copy;
  }

  public static Headers none() {
    return new Headers(Map.of());
  }

  public Optional<String> first(String name) {
    List<String> list = values.get(name);
    return list == null || list.isEmpty() ? Optional.empty() : Optional.of(list.getFirst());
  }

  public Headers with(String name, String value) {
    Headers copy = new Headers(values);
    copy.values.put(name, List.of(value));
    return copy;
  }

  public Headers without(String name) {
    Headers copy = new Headers(values);
    copy.values.remove(name);
    return copy;
  }

  /**
   * The same headers fit for a report: no session token, and no signature that could be replayed.
   */
  public Headers redacted() {
    Headers copy = new Headers(values);
    copy.values.computeIfPresent("X-Amz-Security-Token", (name, list) -> List.of("(not shown)"));
    copy.values.computeIfPresent(
        "Authorization",
        (name, list) ->
            list.stream().map(v -> v.replaceAll("Signature=[0-9a-f]+", "Signature=...")).toList());
    return copy;
  }
}
