package dev.assay.engine;

import dev.assay.engine.api.Region;
import dev.assay.engine.api.Wording;
import dev.assay.engine.insights.KeyUsage;
import dev.assay.engine.scaling.ScalingRegister;
import dev.assay.engine.schema.KeyAttribute;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.store.Catalog;
import dev.assay.engine.store.Table;
import dev.assay.engine.store.Transitions;
import dev.assay.engine.stream.Streams;
import dev.assay.engine.table.BillingMode;
import dev.assay.engine.table.GlobalSettings;
import dev.assay.engine.table.OnDemandThroughput;
import dev.assay.engine.table.StreamSettings;
import dev.assay.engine.table.TableAttachments;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.table.TableSettings;
import dev.assay.engine.table.TableStatus;
import dev.assay.engine.table.TableTransitions;
import dev.assay.engine.table.Throughput;
import dev.assay.engine.table.WarmThroughput;
import dev.assay.engine.throughput.AdmissionControl;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeType;
import dev.assay.engine.value.AttributeValue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Tables that have not been made over the wire. */
public final class TestTables {
  private TestTables() {}

  public static Region region(Clock clock, Catalog catalog, Streams streams) {
    return new Region(
        "us-east-1",
        "000000000000",
        catalog,
        streams,
        new KeyUsage(),
        new AdmissionControl(clock, new KeyUsage(), false),
        new ScalingRegister("us-east-1", "000000000000", clock, () -> "uuid", on -> {}),
        new Transitions(
            defect -> {
              throw new AssertionError(defect);
            }),
        TableTransitions.IMMEDIATE,
        new NoNetwork(),
        clock,
        () -> "uuid",
        Wording.NEWEST);
  }

  public static Table stringKeyed(String name, String partitionKey) {
    return keyed(name, List.of(string(partitionKey)), List.of());
  }

  public static Table sorted(String name, String partitionKey, String sortKey) {
    return keyed(name, List.of(string(partitionKey)), List.of(string(sortKey)));
  }

  private static KeyAttribute string(String name) {
    return new KeyAttribute(name, AttributeType.S);
  }

  private static Table keyed(String name, List<KeyAttribute> partition, List<KeyAttribute> sort) {
    KeySchema key = new KeySchema(partition, sort);
    return new Table(
        new TableDefinition(
            name,
            "arn:aws:dynamodb:us-east-1:000000000000:table/" + name,
            "id-of-" + name,
            key,
            key.attributes(),
            List.of(),
            List.of(),
            TableStatus.ACTIVE,
            Instant.EPOCH,
            new TableSettings(
                BillingMode.PAY_PER_REQUEST,
                Throughput.NONE,
                Instant.EPOCH,
                OnDemandThroughput.NONE,
                WarmThroughput.ON_DEMAND,
                false,
                null,
                null,
                StreamSettings.NONE,
                GlobalSettings.NONE,
                null),
            TableAttachments.NONE));
  }

  /** An item of strings: names and values in turn. */
  public static AttributeMap item(String... namesAndValues) {
    AttributeMap.Builder item = AttributeMap.builder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      item.put(namesAndValues[i], new AttributeValue.S(namesAndValues[i + 1]));
    }
    return item.build();
  }
}
