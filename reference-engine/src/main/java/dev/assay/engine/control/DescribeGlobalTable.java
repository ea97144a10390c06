package dev.assay.engine.control;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.request.Constraints;
import java.util.Objects;

/** DescribeGlobalTable. */
public final class DescribeGlobalTable implements Operation {
  @Override
  public String name() {
    return "DescribeGlobalTable";
  }

  @Override
  public void execute(Call call) {
    String name = readName(call.in());
    Region region = call.region();
    call.authorize(() -> LegacyTables.access(region, name(), name));
    LegacyTables.write(call.out(), region, name, LegacyTables.require(region, name));
  }

  /** Reads a request whose only member is the global table's name, and checks it. */
  static String readName(JsonReader in) {
    String[] name = new String[1];
    in.request(
        member -> {
          if (member.equals("GlobalTableName")) {
            name[0] = in.string();
          } else {
            in.skip();
          }
        });
    Constraints constraints = Constraints.echoing();
    LegacyTables.checkName(constraints, name[0]);
    constraints.verify();
    return Objects.requireNonNull(name[0]);
  }
}
