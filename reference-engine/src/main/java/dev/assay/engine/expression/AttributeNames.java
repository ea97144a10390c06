package dev.assay.engine.expression;

import java.util.LinkedHashSet;
import java.util.Set;

/** Collects the attributes of the item that a condition looks at. */
final class AttributeNames {
  private final Set<String> names = new LinkedHashSet<>();

  private AttributeNames() {}

  static Set<String> of(Condition condition) {
    AttributeNames collector = new AttributeNames();
    collector.visit(condition);
    return collector.names;
  }

  private void visit(Condition condition) {
    switch (condition) {
      case Condition.And and -> {
        visit(and.left());
        visit(and.right());
      }
      case Condition.Or or -> {
        visit(or.left());
        visit(or.right());
      }
      case Condition.Not not -> visit(not.condition());
      case Condition.Compare compare -> {
        visit(compare.left());
        visit(compare.right());
      }
      case Condition.Between between -> {
        visit(between.operand());
        visit(between.lower());
        visit(between.upper());
      }
      case Condition.In in -> {
        visit(in.operand());
        in.candidates().forEach(this::visit);
      }
      case Condition.AttributeExists exists -> visit(exists.path());
      case Condition.AttributeNotExists missing -> visit(missing.path());
      case Condition.HasType type -> visit(type.operand());
      case Condition.BeginsWith begins -> {
        visit(begins.operand());
        visit(begins.prefix());
      }
      case Condition.Contains contains -> {
        visit(contains.operand());
        visit(contains.part());
      }
    }
  }

  private void visit(Operand operand) {
    switch (operand) {
      case Operand.Path path -> visit(path.path());
      case Operand.Size size -> visit(size.argument());
      case Operand.Literal literal -> {}
    }
  }

  private void visit(DocumentPath path) {
    names.add(path.attribute());
  }
}
