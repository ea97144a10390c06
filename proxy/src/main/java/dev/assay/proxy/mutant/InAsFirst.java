package dev.assay.proxy.mutant;

import java.util.regex.Pattern;

/** IN knows only the first of its values. */
final class InAsFirst implements RequestChange {
  private static final Pattern WRITTEN =
      Pattern.compile("\\bIN\\s*\\(\\s*([^,()]+),[^()]*\\)", Pattern.CASE_INSENSITIVE);

  @Override
  public void change(Call call) {
    Expressions.rewrite(
        call,
        text -> WRITTEN.matcher(text).replaceAll("IN ($1)"),
        Expressions.CONDITION,
        Expressions.FILTER);
  }
}
