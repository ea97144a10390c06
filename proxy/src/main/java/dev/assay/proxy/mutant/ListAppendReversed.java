package dev.assay.proxy.mutant;

import java.util.regex.Pattern;

/** list_append appends the first list to the second. */
final class ListAppendReversed implements RequestChange {
  private static final Pattern WRITTEN =
      Pattern.compile("list_append\\s*\\(([^,()]+),([^,()]+)\\)", Pattern.CASE_INSENSITIVE);

  @Override
  public void change(Call call) {
    Expressions.rewrite(
        call, text -> WRITTEN.matcher(text).replaceAll("list_append($2, $1)"), Expressions.UPDATE);
  }
}
