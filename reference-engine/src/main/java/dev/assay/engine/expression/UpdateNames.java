package dev.assay.engine.expression;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the attributes of the item that an update writes to or computes with. */
final class UpdateNames {
  private final Set<String> names = new LinkedHashSet<>();

  private UpdateNames() {}

  static Set<String> of(List<UpdateAction> actions) {
    UpdateNames collector = new UpdateNames();
    for (UpdateAction action : actions) {
      collector.names.add(action.path().attribute());
      if (action instanceof UpdateAction.Set set) {
        collector.visit(set.value());
      }
    }
    return collector.names;
  }

  private void visit(UpdateValue value) {
    switch (value) {
      case UpdateValue.Literal ignored -> {}
      case UpdateValue.Path path -> names.add(path.path().attribute());
      case UpdateValue.IfNotExists choice -> {
        names.add(choice.path().attribute());
        visit(choice.otherwise());
      }
      case UpdateValue.ListAppend append -> {
        visit(append.first());
        visit(append.second());
      }
      case UpdateValue.Sum sum -> {
        visit(sum.left());
        visit(sum.right());
      }
      case UpdateValue.Difference difference -> {
        visit(difference.left());
        visit(difference.right());
      }
    }
  }
}
