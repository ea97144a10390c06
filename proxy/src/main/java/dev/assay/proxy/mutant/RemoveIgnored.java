package dev.assay.proxy.mutant;

import java.util.regex.Pattern;

/** REMOVE beside other clauses is not heard. */
final class RemoveIgnored implements RequestChange {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?<=\\S)\\s+REMOVE\\s[#\\w.\\[\\],\\s]+?(?=\\s+(?:SET|ADD|DELETE)\\s|\\s*$)",
          Pattern.CASE_INSENSITIVE);

  @Override
  public void change(Call call) {
    Expressions.rewrite(call, text -> WRITTEN.matcher(text).replaceAll(""), Expressions.UPDATE);
  }
}
