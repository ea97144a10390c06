package dev.assay.engine.item;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.expression.ExpressionScope;
import dev.assay.engine.expression.Projection;
import dev.assay.engine.json.WireAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a read by key is to return of the item. */
final class ReadProjection {
  private ReadProjection() {}

  /** The projection of GetItem, or null for the whole item; checks mixtures and the key first. */
  static @Nullable Projection of(ItemRequest request, Layer layer, @Nullable WireAttributes key) {
    Mixture mixture =
        new Mixture()
            .legacy("AttributesToGet", request.attributesToGet)
            .expression("ProjectionExpression", request.projectionExpression)
            .check();
    layer.check(key);
    if (!mixture.hasExpressions()) {
      ExpressionScope.refuseWithoutExpressions(request.names, null, "");
    }
    return of(request);
  }

  /** The projection itself, with its own placeholders. */
  static @Nullable Projection of(ItemRequest request) {
    if (request.projectionExpression != null) {
      ExpressionScope scope = new ExpressionScope(request.names, null);
      Projection projection = Projection.parse(request.projectionExpression, scope);
      scope.checkAllUsed();
      return projection;
    }
    return request.attributesToGet == null ? null : ofNames(request.attributesToGet);
  }

  static Projection ofNames(List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (name.isEmpty()) {
        throw ServiceException.validation("Empty attribute name");
      }
      if (!seen.add(name)) {
        throw ServiceException.validation(
            "One or more parameter values were invalid: Duplicate value in attribute name: "
                + name);
      }
    }
    return Projection.ofNames(names);
  }
}
