package dev.assay.proxy.mutant;

import java.util.regex.Pattern;

/** if_not_exists always takes its second operand. */
final class IfNotExistsOverwrites implements RequestChange {
  private static final Pattern WRITTEN =
      Pattern.compile("if_not_exists\\s*\\([^,()]+,\\s*([^()]+)\\)", Pattern.CASE_INSENSITIVE);

  @Override
  public void change(Call call) {
    Expressions.rewrite(call, text -> WRITTEN.matcher(text).replaceAll("$1"), Expressions.UPDATE);
  }
}
