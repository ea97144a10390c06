package dev.assay.proxy.mutant;

import java.util.regex.Pattern;

/** &lt;&gt; asks for what it is to exclude. */
final class UnequalAsEqual implements RequestChange {
  private static final Pattern WRITTEN = Pattern.compile("<>", Pattern.CASE_INSENSITIVE);

  @Override
  public void change(Call call) {
    Expressions.rewrite(
        call,
        text -> WRITTEN.matcher(text).replaceAll("="),
        Expressions.CONDITION,
        Expressions.FILTER);
  }
}
