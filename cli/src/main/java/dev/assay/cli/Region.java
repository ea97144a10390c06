package dev.assay.cli;

import dev.assay.cli.certify.Subject;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The region that requests are signed for. */
final class Region {
  private static final Pattern IN_HOST =
      Pattern.compile("(?:^|\\.)(?:dynamodb(?:-fips)?|ddb)\\.([a-z]{2}(?:-[a-z0-9]+)+)\\.");

  private Region() {}

  /**
   * What was asked for, else what Amazon's host name says, else the environment's, else us-east-1.
   */
  static String of(@Nullable String asked, Subject subject, Map<String, String> environment) {
    if (asked != null) {
      return asked;
    }
    if (subject instanceof Subject.Remote remote) {
      Matcher host = IN_HOST.matcher(remote.endpoint().getHost());
      if (host.find()) {
        return host.group(1);
      }
    }
    return Stream.of("AWS_REGION", "AWS_DEFAULT_REGION")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("us-east-1");
  }
}
