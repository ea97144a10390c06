package dev.assay.proxy.mutant;

import java.util.regex.Pattern;

/** DELETE of set members removes the whole set. */
final class DeleteRemoves implements RequestChange {
  private static final Pattern WRITTEN =
      Pattern.compile("^\\s*DELETE\\s+([^\\s,]+)\\s+:[A-Za-z0-9_]+\\s*$", Pattern.CASE_INSENSITIVE);

  @Override
  public void change(Call call) {
    Expressions.rewrite(
        call, text -> WRITTEN.matcher(text).replaceAll("REMOVE $1"), Expressions.UPDATE);
  }
}
