package dev.assay.proxy.mutant;

import java.util.regex.Pattern;

/** ADD of a number puts it in the place of the old. */
final class AddReplaces implements RequestChange {
  private static final Pattern WRITTEN =
      Pattern.compile("^\\s*ADD\\s+([^\\s,]+)\\s+(:[A-Za-z0-9_]+)\\s*$", Pattern.CASE_INSENSITIVE);

  @Override
  public void change(Call call) {
    Expressions.rewrite(
        call, text -> WRITTEN.matcher(text).replaceAll("SET $1 = $2"), Expressions.UPDATE);
  }
}
