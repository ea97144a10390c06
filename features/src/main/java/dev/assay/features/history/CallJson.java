package dev.assay.features.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.features.history.Call.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Calls as members of a history's line. */
final class CallJson {
  private CallJson() {}

  static void write(Call call, ObjectNode line) {
    line.put("f", call.f());
    switch (call) {
      case Call.Read read -> line.put("key", read.key()).put("how", read.how().word());
      case Call.Write write -> line.put("key", write.key()).put("new", write.value());
      case Call.Cas cas -> {
        line.put("key", cas.key()).put("new", cas.value());
        line.set("expected", SeenJson.number(cas.expected()));
      }
      case Call.Add add -> line.put("key", add.key()).put("amount", add.amount());
      case Call.Insert insert -> line.put("key", insert.key()).put("new", insert.value());
      case Call.Transaction txn -> {
        line.put("how", txn.how().word());
        ArrayNode steps = line.putArray("steps");
        for (Step step : txn.steps()) {
          ArrayNode one = steps.addArray();
          switch (step) {
            case Step.Append append -> one.add("append").add(append.key()).add(append.value());
            case Step.ReadList read -> one.add("read").add(read.key());
          }
        }
      }
      case Call.Transfer move ->
          line.put("from", move.from()).put("to", move.to()).put("amount", move.amount());
      case Call.Snapshot snapshot -> snapshot.keys().forEach(line.putArray("keys")::add);
      case Call.TakeRecords take -> line.put("shard", take.shard());
    }
  }

  static Call read(Fields line) throws HistoryFormatException {
    String f = line.text("f");
    return switch (f) {
      case "read" -> new Call.Read(line.text("key"), how(line));
      case "write" -> new Call.Write(line.text("key"), line.number("new"));
      case "cas" ->
          new Call.Cas(line.text("key"), line.numberOrNull("expected"), line.number("new"));
      case "add" -> new Call.Add(line.text("key"), line.number("amount"));
      case "insert" -> new Call.Insert(line.text("key"), line.number("new"));
      case "txn" -> new Call.Transaction(steps(line), how(line));
      case "transfer" ->
          new Call.Transfer(line.text("from"), line.text("to"), line.number("amount"));
      case "snapshot" -> new Call.Snapshot(line.texts("keys"));
      case "take" -> new Call.TakeRecords(line.text("shard"));
      default ->
          throw line.wrong("f", "read, write, cas, add, insert, txn, transfer, snapshot or take");
    };
  }

  private static Reading how(Fields line) throws HistoryFormatException {
    String word = line.text("how");
    for (Reading reading : Reading.values()) {
      if (reading.word().equals(word)) {
        return reading;
      }
    }
    throw line.wrong("how", "strong, eventual, final or restored");
  }

  private static List<Step> steps(Fields line) throws HistoryFormatException {
    List<Step> steps = new ArrayList<>();
    for (JsonNode one : line.array("steps")) {
      boolean append = one.path(0).asText().equals("append") && one.path(2).isIntegralNumber();
      if (!one.path(1).isTextual() || !(append || one.path(0).asText().equals("read"))) {
        throw line.wrong("steps", "a list of [\"append\", key, number] and [\"read\", key]");
      }
      String key = one.path(1).asText();
      steps.add(append ? new Step.Append(key, one.path(2).asLong()) : new Step.ReadList(key));
    }
    return List.copyOf(steps);
  }

  static OptionalLong optional(JsonNode node) {
    return node.isIntegralNumber() ? OptionalLong.of(node.asLong()) : OptionalLong.empty();
  }
}
