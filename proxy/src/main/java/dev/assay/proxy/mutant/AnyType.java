package dev.assay.proxy.mutant;

import java.util.regex.Pattern;

/** attribute_type lets every type through. */
final class AnyType implements RequestChange {
  private static final Pattern WRITTEN =
      Pattern.compile("attribute_type\\s*\\(([^,()]+),[^()]+\\)", Pattern.CASE_INSENSITIVE);

  @Override
  public void change(Call call) {
    Expressions.rewrite(
        call,
        text -> WRITTEN.matcher(text).replaceAll("attribute_exists($1)"),
        Expressions.CONDITION,
        Expressions.FILTER);
  }
}
