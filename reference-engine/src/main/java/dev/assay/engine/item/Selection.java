package dev.assay.engine.item;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.expression.Condition;
import dev.assay.engine.expression.Projection;
import dev.assay.engine.table.IndexProjection;
import dev.assay.engine.table.SecondaryIndex;
import dev.assay.engine.value.AttributeMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a query or a scan returns of the entries that pass its filter.
 *
 * @param select the member {@code Select}, or null
 * @param projection the attributes asked for, or null
 * @param filter null if everything passes
 */
public record Selection(
    @Nullable String select, @Nullable Projection projection, @Nullable Condition filter) {
  private static final String INVALID = "One or more parameter values were invalid: ";

  /** Checks {@code Select} against the members beside it, before any table is looked at. */
  static void check(ItemRequest request) {
    String asked =
        request.projectionExpression != null
            ? "ProjectionExpression"
            : request.attributesToGet != null ? "AttributesToGet" : null;
    String select = request.select;
    if (asked != null && select != null && !select.equals("SPECIFIC_ATTRIBUTES")) {
      throw ServiceException.validation(
          "Cannot specify the "
              + asked
              + " when choosing to get "
              + (select.equals("COUNT") ? "only the Count" : select));
    }
    if (asked == null && "SPECIFIC_ATTRIBUTES".equals(select)) {
      throw ServiceException.validation(
          "Must specify the AttributesToGet or ProjectionExpression when choosing to get"
              + " SPECIFIC_ATTRIBUTES");
    }
    if ("ALL_PROJECTED_ATTRIBUTES".equals(select) && request.indexName == null) {
      throw ServiceException.validation(
          "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
    }
  }

  /** Refuses what a global index cannot give, because it does not hold it. */
  void checkAgainst(RangeSource source) {
    SecondaryIndex index = source.index();
    if (index == null || !index.isGlobal()) {
      return;
    }
    boolean all = index.projection().type() == IndexProjection.Type.ALL;
    if ("ALL_ATTRIBUTES".equals(select) && !all) {
      throw ServiceException.validation(
          INVALID
              + "Select type ALL_ATTRIBUTES is not supported for global secondary index "
              + index.name()
              + " because its projection type is not ALL");
    }
    if (projection != null) {
      List<String> missing =
          projection.attributes().stream().filter(name -> !source.holds(name)).toList();
      if (!missing.isEmpty()) {
        throw ServiceException.validation(
            INVALID + "Global secondary index " + index.name() + " does not project " + missing);
      }
    }
    if (filter != null) {
      List<String> missing =
          filter.attributes().stream().filter(name -> !source.holds(name)).toList();
      if (!missing.isEmpty()) {
        throw ServiceException.validation(
            INVALID
                + "Secondary index "
                + index.name()
                + " does not project one or more filter attributes: "
                + missing);
      }
    }
  }

  /** Whether a local index has to fetch items from the table to answer this. */
  boolean fetchesFromTable(RangeSource source) {
    if (source.index() == null || source.index().isGlobal()) {
      return false;
    }
    boolean all = source.index().projection().type() == IndexProjection.Type.ALL;
    return ("ALL_ATTRIBUTES".equals(select) && !all)
        || (projection != null && !projection.attributes().stream().allMatch(source::holds))
        || (filter != null && !filter.attributes().stream().allMatch(source::holds));
  }

  boolean countsOnly() {
    return "COUNT".equals(select);
  }

  boolean passes(AttributeMap item) {
    return filter == null || filter.test(item);
  }

  AttributeMap of(AttributeMap item) {
    return projection == null ? item : projection.apply(item);
  }
}
