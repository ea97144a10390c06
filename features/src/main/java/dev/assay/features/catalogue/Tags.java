package dev.assay.features.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tags of one scenario, read by the closed vocabulary; what does not fit becomes a problem. */
final class Tags {
  private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9]*(-[A-Z][A-Z0-9]*)*-[0-9]{3}");
  private static final Pattern SOURCE =
      Pattern.compile("(aws|course|design)-[A-Za-z0-9][A-Za-z0-9.-]*");
  private static final Pattern FACT = Pattern.compile("facts-([0-9]{3})");
  private static final int LAST_FACT = 188;

  final List<String> ids = new ArrayList<>();
  final List<Tier> tiers = new ArrayList<>();
  final List<String> operations = new ArrayList<>();
  final List<Need> needs = new ArrayList<>();
  final List<String> sources = new ArrayList<>();
  final List<String> problems = new ArrayList<>();
  boolean unconfirmed;

  static Tags read(List<String> tags) {
    Tags read = new Tags();
    tags.forEach(read::add);
    read.requireOne("@id", read.ids);
    read.requireOne("@tier", read.tiers);
    read.requireSome("@op", read.operations);
    read.requireSome("@source", read.sources);
    return read;
  }

  private void add(String tag) {
    int colon = tag.indexOf(':');
    String kind = colon < 0 ? tag : tag.substring(0, colon);
    String value = colon < 0 ? "" : tag.substring(colon + 1);
    switch (kind) {
      case "@id" -> addIf(ID.matcher(value).matches(), tag, ids, value);
      case "@tier" -> addKnown(tag, Tier.of(value), tiers);
      case "@op" -> addIf(Operations.KNOWN.contains(value), tag, operations, value);
      case "@needs" -> addKnown(tag, Need.of(value), needs);
      case "@source" -> addIf(isSource(value), tag, sources, value);
      case "@unconfirmed" -> unconfirmed = true;
      default -> problems.add("unknown tag " + tag);
    }
  }

  private static boolean isSource(String value) {
    Matcher fact = FACT.matcher(value);
    if (fact.matches()) {
      int number = Integer.parseInt(fact.group(1));
      return number >= 1 && number <= LAST_FACT;
    }
    return SOURCE.matcher(value).matches();
  }

  private <T> void addKnown(String tag, Optional<T> value, List<T> list) {
    value.ifPresentOrElse(list::add, () -> problems.add("unknown tag " + tag));
  }

  private void addIf(boolean known, String tag, List<String> list, String value) {
    if (known) {
      list.add(value);
    } else {
      problems.add("unknown tag " + tag);
    }
  }

  private void requireOne(String kind, List<?> values) {
    if (values.size() != 1) {
      problems.add("needs exactly one " + kind + " tag, has " + values.size());
    }
  }

  private void requireSome(String kind, List<?> values) {
    if (values.isEmpty()) {
      problems.add("needs a " + kind + " tag");
    }
  }
}
