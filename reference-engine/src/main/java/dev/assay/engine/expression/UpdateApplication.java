package dev.assay.engine.expression;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One application of an update. Every path and every value is taken from the item as it was; only
 * then is the new item built, so that the order of the clauses does not matter.
 */
final class UpdateApplication {
  private final AttributeMap before;
  private final PathTree<Target> targets = new PathTree<>(ExpressionKind.UPDATE);

  /** A place in the item and, once computed, what comes to be there; null to take it out. */
  private static final class Target {
    private final UpdateAction action;
    private @Nullable AttributeValue value;

    Target(UpdateAction action) {
      this.action = action;
    }
  }

  UpdateApplication(List<UpdateAction> actions, AttributeMap before) {
    this.before = before;
    for (UpdateAction action : actions) {
      targets.add(action.path(), new Target(action));
    }
  }

  AttributeMap result() {
    targets.walk(
        (path, target) -> {
          checkParent(path);
          target.value = compute(target.action);
        });
    return rebuildMap(targets.root(), before);
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

  private @Nullable AttributeValue compute(UpdateAction action) {
    return switch (action) {
      case UpdateAction.Set set -> set.value().evaluate(before);
      case UpdateAction.Remove remove -> null;
      case UpdateAction.Add(DocumentPath path, AttributeValue value) ->
          SetArithmetic.EXPRESSION.add(path.find(before), value);
      case UpdateAction.Delete(DocumentPath path, AttributeValue value) ->
          SetArithmetic.EXPRESSION.delete(path.find(before), value);
      case UpdateAction.LegacyAdd(DocumentPath path, AttributeValue value) ->
          SetArithmetic.LEGACY.add(path.find(before), value);
      case UpdateAction.LegacyDelete(DocumentPath path, AttributeValue value) ->
          SetArithmetic.LEGACY.delete(path.find(before), value);
    };
  }

  private static AttributeMap rebuildMap(PathTree.Node<Target> node, AttributeMap map) {
    AttributeMap.Builder builder = map.toBuilder();
    List<String> removed = new ArrayList<>();
    node.eachName(
        (name, child) -> {
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
      PathTree.Node<Target> node, @Nullable AttributeValue value) {
    Target target = node.load();
    if (target != null) {
      return target.value;
    }
    if (value instanceof AttributeValue.M(AttributeMap map)) {
      return new AttributeValue.M(rebuildMap(node, map));
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
      PathTree.Node<Target> node, List<AttributeValue> elements) {
    List<@Nullable AttributeValue> rebuilt = new ArrayList<>(elements);
    node.eachIndex(
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
