package dev.assay.proxy.mutant;

import java.util.regex.Pattern;

/** REMOVE beside SET is not heard. */
final class RemoveIgnored implements RequestChange {
  private static final Pattern WRITTEN =
      Pattern.compile("^(\\s*SET\\s.*?)\\sREMOVE\\s[^:]*$", Pattern.CASE_INSENSITIVE);

  @Override
  public void change(Call call) {
    Expressions.rewrite(call, text -> WRITTEN.matcher(text).replaceAll("$1"), Expressions.UPDATE);
  }
}
