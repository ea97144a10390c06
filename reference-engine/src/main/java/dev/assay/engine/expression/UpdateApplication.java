package dev.assay.engine.expression;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One application of an update. Every path and every value is taken from the item as it was; only
 * then is the new item built, so that the order of the clauses does not matter.
 */
final class UpdateApplication {
  /** What becomes of the value at a path; null to take it out. */
  private record Outcome(@Nullable AttributeValue value) {}

  private static final Outcome REMOVED = new Outcome(null);

  private final List<UpdateAction> actions;
  private final AttributeMap before;

  UpdateApplication(List<UpdateAction> actions, AttributeMap before) {
    this.actions = actions;
    this.before = before;
  }

  AttributeMap result() {
    for (UpdateAction action : actions) {
      checkParent(action.path());
    }
    PathTree<Outcome> outcomes = new PathTree<>(ExpressionKind.UPDATE);
    // The service computes from the last clause to the first: it shows in which error it reports.
    for (UpdateAction action : actions.reversed()) {
      outcomes.add(action.path(), outcome(action));
    }
    return rebuildMap(outcomes.attributes(), before);
  }

  private void checkParent(DocumentPath path) {
    if (path.isTopLevel()) {
      return;
    }
    AttributeValue parent = path.findParent(before);
    boolean fits =
        switch (path.last()) {
          case PathElement.Name name -> parent instanceof AttributeValue.M;
          case PathElement.Index index -> parent instanceof AttributeValue.L;
        };
    if (!fits) {
      throw ServiceException.validation(
          "The document path provided in the update expression is invalid for update");
    }
  }

  private Outcome outcome(UpdateAction action) {
    return switch (action) {
      case UpdateAction.Set set -> new Outcome(set.value().evaluate(before));
      case UpdateAction.Remove remove -> REMOVED;
      case UpdateAction.Add add -> new Outcome(SetArithmetic.add(add, add.path().find(before)));
      case UpdateAction.Delete delete ->
          new Outcome(SetArithmetic.delete(delete, delete.path().find(before)));
    };
  }

  private static AttributeMap rebuildMap(
      Map<PathElement, PathTree.Node<Outcome>> children, AttributeMap map) {
    AttributeMap.Builder builder = map.toBuilder();
    List<String> removed = new ArrayList<>();
    children.forEach(
        (element, child) -> {
          String name = element.toString();
          AttributeValue value = rebuild(child, map.find(name));
          if (value != null) {
            builder.put(name, value);
          } else {
            removed.add(name);
          }
        });
    AttributeMap result = builder.build();
    for (String name : removed) {
      result = result.without(name);
    }
    return result;
  }

  private static @Nullable AttributeValue rebuild(
      PathTree.Node<Outcome> node, @Nullable AttributeValue value) {
    if (node.load != null) {
      return node.load.value();
    }
    if (value instanceof AttributeValue.M(AttributeMap map)) {
      return new AttributeValue.M(rebuildMap(node.children, map));
    }
    if (value instanceof AttributeValue.L(List<AttributeValue> elements)) {
      return new AttributeValue.L(rebuildList(node, elements));
    }
    throw new IllegalStateException("every parent was checked to be a map or a list");
  }

  /**
   * Indices mean the list as it was. What is past its end is appended in the order of the indices
   * (fact 3); what is removed goes last.
   */
  private static List<AttributeValue> rebuildList(
      PathTree.Node<Outcome> node, List<AttributeValue> elements) {
    List<@Nullable AttributeValue> rebuilt = new ArrayList<>(elements);
    node.inIndexOrder()
        .forEach(
            (index, child) -> {
              boolean inside = index < elements.size();
              AttributeValue value = rebuild(child, inside ? elements.get(index) : null);
              if (inside) {
                rebuilt.set(index, value);
              } else if (value != null) {
                rebuilt.add(value);
              }
            });
    List<AttributeValue> result = new ArrayList<>(rebuilt.size());
    for (AttributeValue value : rebuilt) {
      if (value != null) {
        result.add(value);
      }
    }
    return result;
  }
}
