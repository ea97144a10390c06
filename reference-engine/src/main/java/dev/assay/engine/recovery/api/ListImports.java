package dev.assay.engine.recovery.api;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.recovery.Import;
import dev.assay.engine.recovery.Recovery;
import dev.assay.engine.request.Access;
import dev.assay.engine.request.Constraints;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ListImports: of all tables or one, also of one that is gone. */
final class ListImports implements Operation {
  private static final class Request {
    private @Nullable String tableArn;
    private @Nullable Integer most;
    private @Nullable String token;

    Request(JsonReader in) {
      in.request(
          name -> {
            switch (name) {
              case "TableArn" -> tableArn = in.string();
              case "PageSize" -> most = in.integer();
              case "NextToken" -> token = in.string();
              default -> in.skip();
            }
          });
      Constraints.echoing()
          .length("tableArn", tableArn, 1, 1024)
          .range("pageSize", most, 1, JobPage.MOST)
          .length("nextToken", token, 1, 1024)
          .verify();
    }
  }

  private final Recovery recovery;

  ListImports(Recovery recovery) {
    this.recovery = recovery;
  }

  @Override
  public String name() {
    return "ListImports";
  }

  @Override
  public void execute(Call call) {
    Request request = new Request(call.in());
    Region region = call.region();
    call.authorize(() -> Access.toAccount(name()));
    List<Import> all =
        recovery.imports().in(region).stream()
            .filter(made -> request.tableArn == null || made.tableArn().equals(request.tableArn))
            .toList();
    JobPage<Import> page = JobPage.of("import", all, Import::arn, request.most, request.token);
    JsonWriter out = call.out().startObject().startArray("ImportSummaryList");
    page.jobs().forEach(made -> new ImportDescription(region, made).writeSummary(out));
    out.endArray();
    if (page.next() != null) {
      out.member("NextToken", page.next());
    }
    out.endObject();
  }
}
