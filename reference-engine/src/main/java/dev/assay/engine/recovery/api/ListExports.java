package dev.assay.engine.recovery.api;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.recovery.Export;
import dev.assay.engine.recovery.Recovery;
import dev.assay.engine.request.Access;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.TableDefinition;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** ListExports: of all tables, or of one that is there. */
final class ListExports implements Operation {
  private static final class Request {
    private @Nullable String tableArn;
    private @Nullable Integer most;
    private @Nullable String token;

    Request(JsonReader in) {
      in.request(
          name -> {
            switch (name) {
              case "TableArn" -> tableArn = in.string();
              case "MaxResults" -> most = in.integer();
              case "NextToken" -> token = in.string();
              default -> in.skip();
            }
          });
      Constraints.echoing()
          .length("tableArn", tableArn, 1, 1024)
          .range("maxResults", most, 1, JobPage.MOST)
          .verify();
    }
  }

  private final Recovery recovery;

  ListExports(Recovery recovery) {
    this.recovery = recovery;
  }

  @Override
  public String name() {
    return "ListExports";
  }

  @Override
  public void execute(Call call) {
    Request request = new Request(call.in());
    Region region = call.region();
    call.authorize(() -> Access.toAccount(name()));
    JobPage<Export> page =
        JobPage.of(
            "export", of(region, request.tableArn), Export::arn, request.most, request.token);
    JsonWriter out = call.out().startObject().startArray("ExportSummaries");
    for (Export export : page.jobs()) {
      out.startObject()
          .member("ExportArn", export.arn())
          .member("ExportStatus", export.status())
          .member("ExportType", export.order().isFull() ? "FULL_EXPORT" : "INCREMENTAL_EXPORT")
          .endObject();
    }
    out.endArray();
    if (page.next() != null) {
      out.member("NextToken", page.next());
    }
    out.endObject();
  }

  /** Those of a table that is gone are found by their own ARNs only. */
  private List<Export> of(Region region, @Nullable String tableArn) {
    List<Export> all = recovery.exports().in(region);
    if (tableArn == null) {
      return all;
    }
    SourceTable source = SourceTable.parse("tableArn", tableArn);
    Optional<String> id =
        region
            .catalog()
            .find(source.name())
            .map(Table::definition)
            .filter(table -> table.arn().equals(tableArn))
            .map(TableDefinition::id);
    return all.stream().filter(export -> id.equals(Optional.of(export.order().tableId()))).toList();
  }
}
