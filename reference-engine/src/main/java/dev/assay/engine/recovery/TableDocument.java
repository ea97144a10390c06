package dev.assay.engine.recovery;

import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.schema.KeyAttribute;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.table.BillingMode;
import dev.assay.engine.table.Encryption;
import dev.assay.engine.table.GlobalSettings;
import dev.assay.engine.table.IndexProjection;
import dev.assay.engine.table.OnDemandThroughput;
import dev.assay.engine.table.SecondaryIndex;
import dev.assay.engine.table.StreamSettings;
import dev.assay.engine.table.StreamViewType;
import dev.assay.engine.table.TableAttachments;
import dev.assay.engine.table.TableClass;
import dev.assay.engine.table.TableClassSetting;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.table.TableSettings;
import dev.assay.engine.table.TableStatus;
import dev.assay.engine.table.Throughput;
import dev.assay.engine.table.TimeToLive;
import dev.assay.engine.table.WarmThroughput;
import dev.assay.engine.value.AttributeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a backup keeps of a table's definition: what its description and a restore need. */
final class TableDocument {
  private String name = "";
  private String arn = "";
  private String id = "";
  private Instant createdAt = Instant.EPOCH;
  private KeySchema key = new KeySchema(List.of(), List.of());
  private List<KeyAttribute> attributes = List.of();
  private final List<SecondaryIndex> indexes = new ArrayList<>();
  private boolean provisioned;
  private Throughput throughput = Throughput.NONE;
  private OnDemandThroughput onDemand = OnDemandThroughput.NONE;
  private @Nullable String tableClass;
  private @Nullable String encryptionKey;
  private @Nullable String streamView;
  private @Nullable String streamLabel;
  private @Nullable String expiryAttribute;

  static void write(JsonWriter out, TableDefinition table) {
    TableSettings settings = table.settings();
    out.startObject()
        .member("name", table.name())
        .member("arn", table.arn())
        .member("id", table.id())
        .member("createdAt", table.createdAt().toString())
        .member("provisioned", settings.isProvisioned());
    writeKey(out, "partition", table.key().partition());
    writeKey(out, "sort", table.key().sort());
    writeKey(out, "attributes", table.attributeDefinitions());
    writeUnits(out, settings.throughput(), settings.onDemand());
    out.startArray("indexes");
    table.indexes().forEach(index -> writeIndex(out, index));
    out.endArray();
    if (settings.tableClass() != null) {
      out.member("tableClass", settings.tableClass().tableClass().name());
    }
    if (settings.encryption() != null) {
      out.member("encryptionKey", settings.encryption().keyArn());
    }
    if (settings.stream().enabled() && settings.stream().label() != null) {
      out.member("streamView", settings.stream().viewType().name())
          .member("streamLabel", settings.stream().label());
    }
    TimeToLive expiry = table.attachments().timeToLive();
    if (expiry.isOn() && expiry.attribute() != null) {
      out.member("expiryAttribute", expiry.attribute());
    }
    out.endObject();
  }

  private static void writeIndex(JsonWriter out, SecondaryIndex index) {
    out.startObject()
        .member("name", index.name())
        .member("kind", index.kind().name())
        .member("projection", index.projection().type().name())
        .strings("projected", index.projection().nonKeyAttributes());
    writeKey(out, "partition", index.key().partition());
    writeKey(out, "sort", index.key().sort());
    writeUnits(out, index.throughput(), index.onDemand());
    out.endObject();
  }

  private static void writeKey(JsonWriter out, String member, List<KeyAttribute> attributes) {
    out.strings(
        member, attributes.stream().map(each -> each.type().name() + " " + each.name()).toList());
  }

  private static void writeUnits(
      JsonWriter out, Throughput throughput, OnDemandThroughput onDemand) {
    out.member("readUnits", throughput.readUnits()).member("writeUnits", throughput.writeUnits());
    if (onDemand.maxReadUnits() != null) {
      out.member("maxReadUnits", onDemand.maxReadUnits());
    }
    if (onDemand.maxWriteUnits() != null) {
      out.member("maxWriteUnits", onDemand.maxWriteUnits());
    }
  }

  /** The members that tables and indexes have alike. */
  private static final class Part {
    private String name = "";
    private String kind = "";
    private String projection = "ALL";
    private List<String> projected = List.of();
    private List<KeyAttribute> partition = List.of();
    private List<KeyAttribute> sort = List.of();
    private long readUnits;
    private long writeUnits;
    private @Nullable Long maxReadUnits;
    private @Nullable Long maxWriteUnits;

    boolean read(String member, JsonReader in) {
      switch (member) {
        case "name" -> name = text(in);
        case "kind" -> kind = text(in);
        case "projection" -> projection = text(in);
        case "projected" -> projected = texts(in);
        case "partition" -> partition = key(in);
        case "sort" -> sort = key(in);
        case "readUnits" -> readUnits = number(in);
        case "writeUnits" -> writeUnits = number(in);
        case "maxReadUnits" -> maxReadUnits = number(in);
        case "maxWriteUnits" -> maxWriteUnits = number(in);
        default -> {
          return false;
        }
      }
      return true;
    }

    SecondaryIndex index() {
      return new SecondaryIndex(
          name,
          SecondaryIndex.Kind.valueOf(kind),
          new KeySchema(partition, sort),
          new IndexProjection(IndexProjection.Type.valueOf(projection), projected),
          Throughput.of(readUnits, writeUnits),
          new OnDemandThroughput(maxReadUnits, maxWriteUnits),
          new WarmThroughput(readUnits, writeUnits),
          TableStatus.ACTIVE,
          false);
    }
  }

  void read(JsonReader in) {
    Part part = new Part();
    in.structure(
        "table",
        member -> {
          if (!part.read(member, in)) {
            readMember(member, in);
          }
        });
    name = part.name;
    key = new KeySchema(part.partition, part.sort);
    throughput = Throughput.of(part.readUnits, part.writeUnits);
    onDemand = new OnDemandThroughput(part.maxReadUnits, part.maxWriteUnits);
  }

  private void readMember(String member, JsonReader in) {
    switch (member) {
      case "arn" -> arn = text(in);
      case "id" -> id = text(in);
      case "createdAt" -> createdAt = Instant.parse(text(in));
      case "provisioned" -> provisioned = Boolean.TRUE.equals(in.bool());
      case "attributes" -> attributes = key(in);
      case "tableClass" -> tableClass = in.string();
      case "encryptionKey" -> encryptionKey = in.string();
      case "streamView" -> streamView = in.string();
      case "streamLabel" -> streamLabel = in.string();
      case "expiryAttribute" -> expiryAttribute = in.string();
      case "indexes" ->
          in.list(
              position -> {
                Part index = new Part();
                in.structure(
                    "index",
                    position,
                    inner -> {
                      if (!index.read(inner, in)) {
                        in.skip();
                      }
                    });
                indexes.add(index.index());
                return index;
              });
      default -> in.skip();
    }
  }

  TableDefinition definition() {
    TableAttachments attachments =
        expiryAttribute == null
            ? TableAttachments.NONE
            : TableAttachments.NONE.withTimeToLive(
                new TimeToLive(TimeToLive.Status.ENABLED, expiryAttribute, createdAt));
    return new TableDefinition(
        name,
        arn,
        id,
        key,
        attributes,
        indexes,
        List.of(),
        TableStatus.ACTIVE,
        createdAt,
        settings(),
        attachments);
  }

  private TableSettings settings() {
    return new TableSettings(
        provisioned ? BillingMode.PROVISIONED : BillingMode.PAY_PER_REQUEST,
        throughput,
        null,
        onDemand,
        WarmThroughput.ON_DEMAND,
        false,
        tableClass == null ? null : new TableClassSetting(TableClass.valueOf(tableClass), null),
        encryptionKey == null ? null : new Encryption(encryptionKey),
        streamView == null
            ? StreamSettings.NONE
            : new StreamSettings(true, StreamViewType.valueOf(streamView), streamLabel),
        GlobalSettings.NONE,
        null);
  }

  private static List<KeyAttribute> key(JsonReader in) {
    return texts(in).stream()
        .map(
            text -> {
              int space = text.indexOf(' ');
              return new KeyAttribute(
                  text.substring(space + 1), AttributeType.valueOf(text.substring(0, space)));
            })
        .toList();
  }

  private static List<String> texts(JsonReader in) {
    return Objects.requireNonNull(in.strings());
  }

  private static String text(JsonReader in) {
    return Objects.requireNonNull(in.string());
  }

  private static long number(JsonReader in) {
    return Objects.requireNonNull(in.longInteger());
  }
}
