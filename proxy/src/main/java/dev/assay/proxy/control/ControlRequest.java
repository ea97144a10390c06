package dev.assay.proxy.control;

import dev.assay.fault.RuleFormatException;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A request to the control API: method, path without empty segments, query and body. */
record ControlRequest(
    String method, List<String> path, Map<String, List<String>> query, String body) {

  /** Throws IllegalArgumentException when the target has a bad escape. */
  static ControlRequest of(String method, String target, String body) {
    QueryStringDecoder decoder = new QueryStringDecoder(target);
    List<String> path =
        Stream.of(decoder.path().split("/")).filter(segment -> !segment.isEmpty()).toList();
    return new ControlRequest(method, path, decoder.parameters(), body);
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name)).map(List::getLast);
  }

  void onlyKnownParameters(List<String> known) {
    for (String name : query.keySet()) {
      if (!known.contains(name)) {
        throw new RuleFormatException(
            name, "is not a known parameter; known are " + String.join(", ", known));
      }
    }
  }

  long number(String name, long otherwise, long min, long max) {
    Optional<String> text = parameter(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      long number = Long.parseLong(text.get());
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Answered below, like a number out of bounds.
    }
    throw new RuleFormatException(
        name,
        "must be a whole number between " + min + " and " + max + ", was \"" + text.get() + "\"");
  }
}
