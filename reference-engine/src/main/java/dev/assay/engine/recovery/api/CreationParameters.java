package dev.assay.engine.recovery.api;

import dev.assay.engine.control.EncryptionRequest;
import dev.assay.engine.control.IndexDescriptions;
import dev.assay.engine.control.TableDescription;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.schema.KeyAttribute;
import dev.assay.engine.table.SecondaryIndex;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.table.Throughput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an import was told about its table, as its description gives it back. */
record CreationParameters(TableDefinition table, @Nullable EncryptionRequest encryption) {

  String json() {
    JsonWriter out = new JsonWriter().startObject().member("TableName", table.name());
    out.startArray("AttributeDefinitions");
    for (KeyAttribute attribute : table.attributeDefinitions()) {
      out.startObject()
          .member("AttributeName", attribute.name())
          .member("AttributeType", attribute.type().name())
          .endObject();
    }
    out.endArray();
    TableDescription.writeKeySchema(out, table.key());
    out.member("BillingMode", table.settings().billingMode().name());
    writeUnits(out, table.settings().throughput());
    TableDescription.writeOnDemand(out, table.settings().onDemand());
    if (encryption != null) {
      encryption.write(out, "SSESpecification");
    }
    writeIndexes(out, table.globalIndexes());
    return new String(out.endObject().toByteArray(), StandardCharsets.UTF_8);
  }

  private void writeUnits(JsonWriter out, Throughput throughput) {
    if (table.settings().isProvisioned()) {
      out.startObject("ProvisionedThroughput")
          .member("ReadCapacityUnits", throughput.readUnits())
          .member("WriteCapacityUnits", throughput.writeUnits())
          .endObject();
    }
  }

  private void writeIndexes(JsonWriter out, List<SecondaryIndex> indexes) {
    if (indexes.isEmpty()) {
      return;
    }
    out.startArray("GlobalSecondaryIndexes");
    for (SecondaryIndex index : indexes) {
      out.startObject().member("IndexName", index.name());
      TableDescription.writeKeySchema(out, index.key());
      IndexDescriptions.writeProjection(out, index.projection());
      writeUnits(out, index.throughput());
      TableDescription.writeOnDemand(out, index.onDemand());
      out.endObject();
    }
    out.endArray();
  }
}
