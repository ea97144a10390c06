package dev.assay.engine.recovery;

import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.JsonWriter;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A backup as the ledger keeps it. */
final class BackupDocument {
  private @Nullable String arn;
  private @Nullable String name;
  private Backup.Status status = Backup.Status.CREATING;
  private Backup.Type type = Backup.Type.USER;
  private Instant createdAt = Instant.EPOCH;
  private @Nullable Instant expiresAt;
  private long sizeBytes;
  private long itemCount;
  private final TableDocument table = new TableDocument();

  private BackupDocument() {}

  static byte[] write(Backup backup) {
    JsonWriter out =
        new JsonWriter()
            .startObject()
            .member("arn", backup.arn())
            .member("name", backup.name())
            .member("status", backup.status().name())
            .member("type", backup.type().name())
            .member("createdAt", backup.createdAt().toString())
            .member("sizeBytes", backup.sizeBytes())
            .member("itemCount", backup.itemCount());
    if (backup.expiresAt() != null) {
      out.member("expiresAt", backup.expiresAt().toString());
    }
    TableDocument.write(out.name("table"), backup.table());
    return out.endObject().toByteArray();
  }

  static Backup read(byte[] document) {
    BackupDocument read = new BackupDocument();
    JsonReader in = new JsonReader(document);
    in.request(member -> read.member(member, in));
    return new Backup(
        Objects.requireNonNull(read.arn),
        Objects.requireNonNull(read.name),
        read.status,
        read.type,
        read.createdAt,
        read.expiresAt,
        read.sizeBytes,
        read.itemCount,
        read.table.definition());
  }

  private void member(String member, JsonReader in) {
    switch (member) {
      case "arn" -> arn = in.string();
      case "name" -> name = in.string();
      case "status" -> status = Backup.Status.valueOf(text(in));
      case "type" -> type = Backup.Type.valueOf(text(in));
      case "createdAt" -> createdAt = Instant.parse(text(in));
      case "expiresAt" -> expiresAt = Instant.parse(text(in));
      case "sizeBytes" -> sizeBytes = Objects.requireNonNull(in.longInteger());
      case "itemCount" -> itemCount = Objects.requireNonNull(in.longInteger());
      case "table" -> table.read(in);
      default -> in.skip();
    }
  }

  private static String text(JsonReader in) {
    return Objects.requireNonNull(in.string());
  }
}
