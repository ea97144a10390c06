package dev.assay.engine.recovery.api;

import dev.assay.engine.error.ServiceException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list of jobs, newest first.
 *
 * @param next where the following page begins; null after the last
 */
record JobPage<T>(List<T> jobs, @Nullable String next) {
  private static final int USUAL = 10;
  static final int MOST = 25;

  /**
   * The page that a token asks for.
   *
   * @param kind tells tokens of one list from those of another
   */
  static <T> JobPage<T> of(
      String kind,
      List<T> newestFirst,
      Function<T, String> arn,
      @Nullable Integer most,
      @Nullable String token) {
    List<T> left = newestFirst;
    if (token != null) {
      String last = last(kind, token);
      left = newestFirst.stream().filter(job -> id(arn.apply(job)).compareTo(last) < 0).toList();
    }
    int size = most == null ? USUAL : most;
    if (left.size() <= size) {
      return new JobPage<>(left, null);
    }
    List<T> page = left.subList(0, size);
    String position = kind + ":" + id(arn.apply(page.getLast()));
    byte[] bytes = position.getBytes(StandardCharsets.UTF_8);
    return new JobPage<>(page, HexFormat.of().formatHex(bytes));
  }

  private static String id(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  private static String last(String kind, String token) {
    try {
      String position = new String(HexFormat.of().parseHex(token), StandardCharsets.UTF_8);
      if (position.startsWith(kind + ":")) {
        return position.substring(kind.length() + 1);
      }
    } catch (IllegalArgumentException e) {
      // It is none of ours, like one of another list.
    }
    throw ServiceException.validation("Invalid Request: Provided nextToken is invalid: " + token);
  }
}
