package dev.assay.proxy.mutant;

import java.util.regex.Pattern;

/** begins_with asks for the whole value. */
final class BeginsWithAsEquals implements RequestChange {
  private static final Pattern WRITTEN =
      Pattern.compile("begins_with\\s*\\(([^,()]+),([^()]+)\\)", Pattern.CASE_INSENSITIVE);

  @Override
  public void change(Call call) {
    Expressions.rewrite(
        call,
        text -> WRITTEN.matcher(text).replaceAll("$1 = $2"),
        Expressions.CONDITION,
        Expressions.FILTER,
        Expressions.KEY_CONDITION);
  }
}
