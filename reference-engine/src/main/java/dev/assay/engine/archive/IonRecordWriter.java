package dev.assay.engine.archive;

import com.amazon.ion.IonType;
import com.amazon.ion.IonWriter;
import com.amazon.ion.system.IonTextWriterBuilder;
import com.amazon.ion.system.IonWriterBuilder;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import dev.assay.engine.value.Binary;
import dev.assay.engine.value.DynamoNumber;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ion text: {@code $ion_1_0 {Item:{pk:"a",tags:$dynamodb_SS::["x"]}}}, one record a line. Numbers
 * are decimals; a set is a list with its type for an annotation.
 */
final class IonRecordWriter extends RecordWriter {
  private static final byte[] VERSION = "$ion_1_0 ".getBytes(StandardCharsets.US_ASCII);
  private static final IonTextWriterBuilder WRITERS =
      IonTextWriterBuilder.standard()
          .withInitialIvmHandling(IonWriterBuilder.InitialIvmHandling.SUPPRESS)
          .immutable();

  IonRecordWriter(OutputStream out) {
    super(out);
  }

  @Override
  byte[] bytesOf(AttributeMap item) throws IOException {
    return struct(ion -> field(ion, "Item", item));
  }

  @Override
  byte[] bytesOf(ChangedItem change) throws IOException {
    return struct(
        ion -> {
          ion.setFieldName("Metadata");
          ion.stepIn(IonType.STRUCT);
          ion.setFieldName("WriteTimestampMicros");
          ion.writeInt(change.writtenMicros());
          ion.stepOut();
          field(ion, "Keys", change.keys());
          field(ion, "OldImage", change.before());
          field(ion, "NewImage", change.after());
        });
  }

  private interface Fields {
    void write(IonWriter ion) throws IOException;
  }

  private static byte[] struct(Fields fields) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(VERSION);
    try (IonWriter ion = WRITERS.build((OutputStream) bytes)) {
      ion.stepIn(IonType.STRUCT);
      fields.write(ion);
      ion.stepOut();
    }
    return bytes.toByteArray();
  }

  private static void field(IonWriter ion, String name, @Nullable AttributeMap attributes)
      throws IOException {
    if (attributes != null) {
      ion.setFieldName(name);
      write(ion, attributes);
    }
  }

  private static void write(IonWriter ion, AttributeMap attributes) throws IOException {
    ion.stepIn(IonType.STRUCT);
    for (AttributeMap.Entry entry : attributes) {
      ion.setFieldName(entry.name());
      write(ion, entry.value());
    }
    ion.stepOut();
  }

  private static void write(IonWriter ion, AttributeValue value) throws IOException {
    switch (value) {
      case AttributeValue.S s -> ion.writeString(s.value());
      case AttributeValue.N n -> ion.writeDecimal(n.value().value());
      case AttributeValue.B b -> ion.writeBlob(b.value().array());
      case AttributeValue.Bool bool -> ion.writeBool(bool.value());
      case AttributeValue.Null ignored -> ion.writeNull();
      case AttributeValue.M map -> write(ion, map.attributes());
      case AttributeValue.L list -> {
        ion.stepIn(IonType.LIST);
        for (AttributeValue element : list.elements()) {
          write(ion, element);
        }
        ion.stepOut();
      }
      case AttributeValue.SS set ->
          set(
              ion,
              "SS",
              set.members().stream().<AttributeValue>map(AttributeValue.S::new).toList());
      case AttributeValue.NS set -> set(ion, "NS", numbers(set.members()));
      case AttributeValue.BS set -> set(ion, "BS", binaries(set.members()));
    }
  }

  private static List<AttributeValue> numbers(List<DynamoNumber> members) {
    return members.stream().<AttributeValue>map(AttributeValue.N::new).toList();
  }

  private static List<AttributeValue> binaries(List<Binary> members) {
    return members.stream().<AttributeValue>map(AttributeValue.B::new).toList();
  }

  private static void set(IonWriter ion, String type, List<AttributeValue> members)
      throws IOException {
    ion.addTypeAnnotation("$dynamodb_" + type);
    ion.stepIn(IonType.LIST);
    for (AttributeValue member : members) {
      write(ion, member);
    }
    ion.stepOut();
  }
}
