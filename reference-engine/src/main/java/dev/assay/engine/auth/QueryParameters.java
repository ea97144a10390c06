package dev.assay.engine.auth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters of a query, decoded, in the order sent. */
record QueryParameters(List<Parameter> all) {
  record Parameter(String name, String value) {}

  static QueryParameters of(String query) {
    List<Parameter> all = new ArrayList<>();
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        all.add(
            new Parameter(
                UriText.decode(equals < 0 ? pair : pair.substring(0, equals)),
                equals < 0 ? "" : UriText.decode(pair.substring(equals + 1))));
      }
    }
    return new QueryParameters(List.copyOf(all));
  }

  @Nullable String find(String name) {
    for (Parameter parameter : all) {
      if (parameter.name().equals(name)) {
        return parameter.value();
      }
    }
    return null;
  }

  /**
   * As the canonical request has them: encoded, in order of name and value, unsigned ones left out.
   */
  String canonical() {
    return all.stream()
        .filter(parameter -> !parameter.name().equals("X-Amz-Signature"))
        .map(
            parameter ->
                new Parameter(UriText.encode(parameter.name()), UriText.encode(parameter.value())))
        .sorted(Comparator.comparing(Parameter::name).thenComparing(Parameter::value))
        .map(parameter -> parameter.name() + '=' + parameter.value())
        .collect(Collectors.joining("&"));
  }
}
