package dev.assay.fault;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The {@code schedule} object of a rule. */
final class ScheduleJson {
  /** A year: longer than any run, and short enough for sums in nanoseconds. */
  private static final long MAX_MS = 366L * 24 * 60 * 60 * 1000;

  private ScheduleJson() {}

  static Schedule read(JsonFields fields) {
    fields.onlyKnown(
        "share",
        "nth_call",
        "every_nth",
        "limit",
        "start_after_ms",
        "for_ms",
        "period_ms",
        "max_active");
    return new Schedule(
        fields.share("share"),
        fields.whole("nth_call", 1, Long.MAX_VALUE),
        fields.whole("every_nth", 1, Long.MAX_VALUE),
        fields.whole("limit", 1, Long.MAX_VALUE),
        new Window(
            fields.whole("start_after_ms", 0, MAX_MS).orElse(0),
            fields.whole("for_ms", 1, MAX_MS),
            fields.whole("period_ms", 1, MAX_MS)),
        fields.whole("max_active", 1, Long.MAX_VALUE));
  }

  static ObjectNode write(Schedule schedule) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("share", schedule.share());
    schedule.nthCall().ifPresent(n -> json.put("nth_call", n));
    schedule.everyNth().ifPresent(n -> json.put("every_nth", n));
    schedule.limit().ifPresent(n -> json.put("limit", n));
    Window window = schedule.window();
    if (window.startAfterMs() > 0) {
      json.put("start_after_ms", window.startAfterMs());
    }
    window.forMs().ifPresent(ms -> json.put("for_ms", ms));
    window.periodMs().ifPresent(ms -> json.put("period_ms", ms));
    schedule.maxActive().ifPresent(n -> json.put("max_active", n));
    return json;
  }
}
