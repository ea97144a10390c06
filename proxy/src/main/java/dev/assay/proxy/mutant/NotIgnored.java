package dev.assay.proxy.mutant;

import java.util.regex.Pattern;

/** NOT is not heard. */
final class NotIgnored implements RequestChange {
  private static final Pattern WRITTEN = Pattern.compile("\\bNOT\\b", Pattern.CASE_INSENSITIVE);

  @Override
  public void change(Call call) {
    Expressions.rewrite(
        call,
        text -> WRITTEN.matcher(text).replaceAll(""),
        Expressions.CONDITION,
        Expressions.FILTER);
  }
}
