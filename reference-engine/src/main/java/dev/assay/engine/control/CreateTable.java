package dev.assay.engine.control;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.request.Access;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.TableDefinition;
import java.util.Objects;

/** CreateTable. */
public final class CreateTable implements Operation {
  @Override
  public String name() {
    return "CreateTable";
  }

  @Override
  public void execute(Call call) {
    CreateTableRequest request = CreateTableRequest.read(call.in());
    request.check();
    Region region = call.region();
    call.authorize(() -> Access.toTable(region, name(), Objects.requireNonNull(request.tableName)));
    TableDefinition definition = new NewTable(region, request).definition();
    Table table = new Table(definition);
    region
        .transitions()
        .change(
            region.clock(),
            () -> {
              if (region.catalog().find(definition.name()).isEmpty()) {
                Quotas.requireRoomFor(region, definition);
                Quotas.requireUnits(region, definition);
              }
              if (!region.catalog().add(table)) {
                region
                    .catalog()
                    .find(definition.name())
                    .ifPresent(
                        other -> {
                          throw TableInUse.whenCreating(other.definition());
                        });
              }
              new Lifecycle(region, table).create();
              return table;
            });
    call.out().startObject();
    new TableDescription(region, table, definition, region.clock().instant())
        .write(call.out(), "TableDescription");
    call.out().endObject();
  }
}
