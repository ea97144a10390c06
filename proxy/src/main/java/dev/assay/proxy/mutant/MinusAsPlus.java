package dev.assay.proxy.mutant;

import java.util.regex.Pattern;

/** Subtraction in an update adds. */
final class MinusAsPlus implements RequestChange {
  private static final Pattern WRITTEN = Pattern.compile("\\s-\\s", Pattern.CASE_INSENSITIVE);

  @Override
  public void change(Call call) {
    Expressions.rewrite(call, text -> WRITTEN.matcher(text).replaceAll(" + "), Expressions.UPDATE);
  }
}
