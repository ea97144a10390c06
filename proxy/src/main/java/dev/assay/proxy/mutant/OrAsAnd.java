package dev.assay.proxy.mutant;

import java.util.regex.Pattern;

/** OR asks for both sides. */
final class OrAsAnd implements RequestChange {
  private static final Pattern WRITTEN = Pattern.compile("\\bOR\\b", Pattern.CASE_INSENSITIVE);

  @Override
  public void change(Call call) {
    Expressions.rewrite(
        call,
        text -> WRITTEN.matcher(text).replaceAll("AND"),
        Expressions.CONDITION,
        Expressions.FILTER);
  }
}
