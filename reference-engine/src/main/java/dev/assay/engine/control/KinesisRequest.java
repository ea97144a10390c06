package dev.assay.engine.control;

import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.request.Choices;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.table.KinesisDestination;
import dev.assay.engine.table.TableDefinition;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request about one Kinesis destination of a table. */
final class KinesisRequest {
  private static final Choices PRECISIONS = Choices.of("MILLISECOND", "MICROSECOND");

  private final String configuration;
  private @Nullable String tableName;
  private @Nullable String streamArn;
  private @Nullable String precision;
  private boolean configured;

  /**
   * @param configuration the member that has the destination's settings
   */
  KinesisRequest(JsonReader in, String configuration) {
    this.configuration = configuration;
    in.request(
        name -> {
          if (name.equals(configuration)) {
            configured = in.structure(configuration, member -> readMember(member, in));
          } else {
            switch (name) {
              case "TableName" -> tableName = in.string();
              case "StreamArn" -> streamArn = in.string();
              default -> in.skip();
            }
          }
        });
    Constraints constraints = Constraints.echoing();
    TableName.checkPattern(constraints, TableName.checkLength(tableName));
    String path = Character.toLowerCase(configuration.charAt(0)) + configuration.substring(1);
    constraints
        .required("streamArn", streamArn)
        .length("streamArn", streamArn, 37, 1024)
        .oneOf(path + ".approximateCreationDateTimePrecision", precision, PRECISIONS)
        .verify();
  }

  private void readMember(String member, JsonReader in) {
    if (member.equals("ApproximateCreationDateTimePrecision")) {
      precision = in.string();
    } else {
      in.skip();
    }
  }

  String tableName() {
    return Objects.requireNonNull(tableName);
  }

  String streamArn() {
    return Objects.requireNonNull(streamArn);
  }

  KinesisDestination.@Nullable Precision precision() {
    return precision == null ? null : KinesisDestination.Precision.valueOf(precision);
  }

  /**
   * Writes the whole response.
   *
   * @param echo whether the settings are given back even if there are none
   */
  void respond(
      JsonWriter out, TableDefinition table, KinesisDestination.Status status, boolean echo) {
    out.startObject()
        .member("TableName", table.name())
        .member("StreamArn", streamArn())
        .member("DestinationStatus", status.name());
    if (configured || echo) {
      out.startObject(configuration);
      if (precision != null) {
        out.member("ApproximateCreationDateTimePrecision", precision);
      }
      out.endObject();
    }
    out.endObject();
  }
}
