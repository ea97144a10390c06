package dev.assay.engine.transact;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A finished transaction with a token, as it is kept on disk.
 *
 * @param fingerprint equal for transactions that ask for the same
 * @param since when it was sent first
 * @param result what a replay is billed for
 */
record TokenDocument(String fingerprint, Instant since, List<TableSizes> result) {
  private static final int VERSION = 1;

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeUTF(fingerprint);
      out.writeLong(since.getEpochSecond());
      out.writeInt(since.getNano());
      out.writeInt(result.size());
      for (TableSizes table : result) {
        out.writeUTF(table.table());
        out.writeInt(table.itemBytes().size());
        for (long size : table.itemBytes()) {
          out.writeLong(size);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static TokenDocument of(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int version = in.readByte();
      if (version != VERSION) {
        throw new IOException("version " + version + " of a token's document");
      }
      String fingerprint = in.readUTF();
      Instant since = Instant.ofEpochSecond(in.readLong(), in.readInt());
      List<TableSizes> result = new ArrayList<>();
      for (int tables = in.readInt(); tables > 0; tables--) {
        String table = in.readUTF();
        List<Long> sizes = new ArrayList<>();
        for (int items = in.readInt(); items > 0; items--) {
          sizes.add(in.readLong());
        }
        result.add(new TableSizes(table, sizes));
      }
      return new TokenDocument(fingerprint, since, result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
