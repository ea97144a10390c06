package dev.assay.engine.control;

import dev.assay.engine.api.Region;
import dev.assay.engine.request.Tables;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.TableAttachments;
import dev.assay.engine.table.TableDefinition;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A change of something that is attached to a table: it begins with the request and is complete
 * after the time that updates take.
 *
 * @param begun what is attached while the change is on its way
 * @param complete what becomes of it then
 */
record AttachedChange(TableAttachments begun, UnaryOperator<TableAttachments> complete) {

  /** A change that is complete at once. */
  static AttachedChange atOnce(TableAttachments changed) {
    return new AttachedChange(changed, attachments -> attachments);
  }

  /**
   * Makes a change, or lets it refuse.
   *
   * @return the table as it is while the change is on its way
   */
  static TableDefinition make(
      Region region, String tableNameOrArn, Function<TableDefinition, AttachedChange> change) {
    return region
        .transitions()
        .change(
            region.clock(),
            () -> {
              Table table = Tables.require(region, tableNameOrArn);
              requireSettled(table.definition());
              AttachedChange made = change.apply(table.definition());
              Lifecycle lifecycle = new Lifecycle(region, table);
              lifecycle.update(
                  definition ->
                      definition.withAttachments(made.complete.apply(definition.attachments())));
              return lifecycle.redefine(definition -> definition.withAttachments(made.begun));
            });
  }

  private static void requireSettled(TableDefinition table) {
    switch (table.status()) {
      case CREATING, DELETING -> throw TableInUse.busy(table);
      case ACTIVE, UPDATING, INACCESSIBLE_ENCRYPTION_CREDENTIALS, ARCHIVING, ARCHIVED -> {
        // What is attached to these can be changed.
      }
    }
  }
}
