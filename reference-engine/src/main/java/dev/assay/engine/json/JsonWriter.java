package dev.assay.engine.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import dev.assay.engine.value.Binary;
import dev.assay.engine.value.DynamoNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;

/** Writes one response body. Writing goes to memory and cannot fail. */
public final class JsonWriter {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final ByteArrayBuilder bytes = new ByteArrayBuilder(512);
  private final JsonGenerator generator;

  public JsonWriter() {
    try {
      generator = FACTORY.createGenerator(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The finished document; nothing can be written after it. */
  public byte[] toByteArray() {
    // Closing, not flushing, gives Jackson its buffers back.
    write(JsonGenerator::close);
    return bytes.toByteArray();
  }

  public JsonWriter startObject() {
    return write(JsonGenerator::writeStartObject);
  }

  public JsonWriter startObject(String name) {
    return name(name).startObject();
  }

  public JsonWriter endObject() {
    return write(JsonGenerator::writeEndObject);
  }

  public JsonWriter startArray(String name) {
    return name(name).startArray();
  }

  public JsonWriter startArray() {
    return write(JsonGenerator::writeStartArray);
  }

  public JsonWriter endArray() {
    return write(JsonGenerator::writeEndArray);
  }

  public JsonWriter name(String name) {
    return write(g -> g.writeFieldName(name));
  }

  public JsonWriter string(String value) {
    return write(g -> g.writeString(value));
  }

  public JsonWriter member(String name, String value) {
    return name(name).string(value);
  }

  public JsonWriter member(String name, long value) {
    return name(name).number(value);
  }

  public JsonWriter member(String name, boolean value) {
    return name(name).write(g -> g.writeBoolean(value));
  }

  /** A member that is there and has no value. */
  public JsonWriter nothing(String name) {
    return name(name).write(JsonGenerator::writeNull);
  }

  /** A member whose value is a JSON document that was written before. */
  public JsonWriter document(String name, String json) {
    return name(name).write(g -> g.writeRawValue(json));
  }

  /** A number with a fraction, such as capacity units or a time in seconds. */
  public JsonWriter member(String name, double value) {
    return name(name).write(g -> g.writeNumber(value));
  }

  public JsonWriter number(long value) {
    return write(g -> g.writeNumber(value));
  }

  public JsonWriter number(double value) {
    return write(g -> g.writeNumber(value));
  }

  /** A time as the control plane gives it: seconds since the epoch, to the millisecond. */
  public JsonWriter seconds(String name, java.time.Instant time) {
    return name(name)
        .write(
            g ->
                g.writeNumber(
                    BigDecimal.valueOf(time.toEpochMilli(), 3)
                        .stripTrailingZeros()
                        .toPlainString()));
  }

  public JsonWriter strings(String name, Iterable<String> values) {
    startArray(name);
    values.forEach(this::string);
    return endArray();
  }

  public JsonWriter attributes(String name, AttributeMap attributes) {
    return name(name).attributes(attributes);
  }

  public JsonWriter attributes(AttributeMap attributes) {
    startObject();
    for (int i = 0; i < attributes.size(); i++) {
      name(attributes.nameAt(i));
      value(attributes.valueAt(i));
    }
    return endObject();
  }

  /** One attribute value in its typed form. */
  public JsonWriter value(AttributeValue value) {
    startObject();
    name(value.type().name());
    switch (value) {
      case AttributeValue.S s -> string(s.value());
      case AttributeValue.N n -> string(n.value().text());
      case AttributeValue.B b -> string(b.value().base64());
      case AttributeValue.Bool bool -> write(g -> g.writeBoolean(bool.value()));
      case AttributeValue.Null ignored -> write(g -> g.writeBoolean(true));
      case AttributeValue.L list -> {
        startArray();
        list.elements().forEach(this::value);
        endArray();
      }
      case AttributeValue.M map -> attributes(map.attributes());
      case AttributeValue.SS set -> {
        startArray();
        set.members().forEach(this::string);
        endArray();
      }
      case AttributeValue.NS set -> {
        startArray();
        for (DynamoNumber member : set.members()) {
          string(member.text());
        }
        endArray();
      }
      case AttributeValue.BS set -> {
        startArray();
        for (Binary member : set.members()) {
          string(member.base64());
        }
        endArray();
      }
    }
    return endObject();
  }

  public JsonWriter items(String name, List<AttributeMap> items) {
    startArray(name);
    items.forEach(this::attributes);
    return endArray();
  }

  @FunctionalInterface
  private interface Write {
    void to(JsonGenerator generator) throws IOException;
  }

  private JsonWriter write(Write write) {
    try {
      write.to(generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }
}
