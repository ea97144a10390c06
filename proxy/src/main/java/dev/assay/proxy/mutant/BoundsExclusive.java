package dev.assay.proxy.mutant;

import java.util.regex.Pattern;

/** &lt;= and &gt;= leave out their bound. */
final class BoundsExclusive implements RequestChange {
  private static final Pattern WRITTEN = Pattern.compile("([<>])=", Pattern.CASE_INSENSITIVE);

  @Override
  public void change(Call call) {
    Expressions.rewrite(
        call,
        text -> WRITTEN.matcher(text).replaceAll("$1"),
        Expressions.CONDITION,
        Expressions.FILTER,
        Expressions.KEY_CONDITION);
  }
}
