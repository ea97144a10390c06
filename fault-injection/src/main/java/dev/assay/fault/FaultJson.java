package dev.assay.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;

/** The {@code fault} object of a rule: the one list of the kinds that rules may name. */
final class FaultJson {
  private static final SequencedMap<String, Function<JsonFields, Fault>> KINDS =
      new LinkedHashMap<>();

  static {
    KINDS.put(AddedLatency.KIND, AddedLatency::read);
    KINDS.put(UniformLatency.KIND, UniformLatency::read);
    KINDS.put(NormalLatency.KIND, NormalLatency::read);
    KINDS.put(LogNormalLatency.KIND, LogNormalLatency::read);
    KINDS.put(PercentileLatency.KIND, PercentileLatency::read);
    KINDS.put(Bandwidth.KIND, Bandwidth::read);
    KINDS.put(SlowDrip.KIND, SlowDrip::read);
    KINDS.put(Stall.KIND, Stall::read);
    KINDS.put(RefusedConnection.KIND, RefusedConnection::read);
    KINDS.put(FailedHandshake.KIND, FailedHandshake::read);
    KINDS.put(Reset.KIND, Reset::read);
    KINDS.put(HalfClose.KIND, HalfClose::read);
    KINDS.put(CloseAfter.KIND, CloseAfter::read);
    KINDS.put(TruncatedBody.KIND, TruncatedBody::read);
    KINDS.put(CorruptedBody.KIND, CorruptedBody::read);
    KINDS.put(WrongCrc32.KIND, WrongCrc32::read);
    KINDS.put(Throttling.KIND, Throttling::read);
    KINDS.put(ErrorAnswer.KIND, ErrorAnswer::read);
    KINDS.put(Cancellation.KIND, Cancellation::read);
    KINDS.put(UnprocessedItems.KIND, UnprocessedItems::read);
    KINDS.put(UnprocessedKeys.KIND, UnprocessedKeys::read);
    KINDS.put(ShortPage.KIND, ShortPage::read);
    KINDS.put(EmptyPage.KIND, EmptyPage::read);
    KINDS.put(LostRequest.KIND, LostRequest::read);
    KINDS.put(LostAnswer.KIND, LostAnswer::read);
    KINDS.put(LateDelivery.KIND, LateDelivery::read);
    KINDS.put(DoubleDelivery.KIND, DoubleDelivery::read);
    KINDS.put(Partition.KIND, Partition::read);
    KINDS.put(Mutation.KIND, Mutation::read);
  }

  private FaultJson() {}

  static List<String> kinds() {
    return List.copyOf(KINDS.sequencedKeySet());
  }

  static Fault read(JsonFields root) {
    if (!root.has("fault")) {
      throw new RuleFormatException("fault", "must be a JSON object, was missing");
    }
    JsonFields fields = root.object("fault");
    Function<JsonFields, Fault> reader = KINDS.get(fields.word("kind", kinds()));
    if (reader == null) {
      throw new AssertionError("every known word has its reader");
    }
    return reader.apply(fields);
  }

  static void write(Fault fault, ObjectNode into) {
    into.put("kind", fault.kind());
    fault.write(into);
  }
}
