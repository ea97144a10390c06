package dev.assay.engine.kinesis;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A data stream, by the parts of its ARN. */
record DataStream(String arn, String region, String name) {
  private static final Pattern ARN =
      Pattern.compile("arn:[^:]+:kinesis:([^:]+):[0-9]*:stream/([a-zA-Z0-9_.-]+)");

  /** Nothing if the ARN is not that of a data stream. */
  static Optional<DataStream> of(String arn) {
    Matcher parts = ARN.matcher(arn);
    return parts.matches()
        ? Optional.of(new DataStream(arn, parts.group(1), parts.group(2)))
        : Optional.empty();
  }
}
