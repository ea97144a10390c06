package dev.assay.proxy.mutant;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** size() of an attribute that is not there fits every comparison. */
final class SizeOfNothing implements RequestChange {
  private static final Pattern WRITTEN =
      Pattern.compile("size\\s*\\(([^()]+)\\)\\s*(?:[<>]=?|=)\\s*:\\w+", Pattern.CASE_INSENSITIVE);

  @Override
  public void change(Call call) {
    Expressions.rewrite(call, SizeOfNothing::loosened, Expressions.CONDITION, Expressions.FILTER);
  }

  private static String loosened(String text) {
    Matcher found = WRITTEN.matcher(text);
    return found.find()
        ? Expressions.grouped(
            found, found.group() + " OR attribute_not_exists(" + found.group(1) + ")")
        : text;
  }
}
