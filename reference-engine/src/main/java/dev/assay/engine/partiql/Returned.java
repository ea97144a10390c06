package dev.assay.engine.partiql;

import dev.assay.engine.store.Write;
import dev.assay.engine.value.AttributeMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a write shows of its item. */
final class Returned {
  private Returned() {}

  /** The items of the answer: one or none. */
  static List<AttributeMap> of(Statement statement, Write write) {
    AttributeMap item =
        switch (statement) {
          case Statement.Update update -> ofUpdate(update, write);
          case Statement.Delete delete -> delete.returning() == null ? null : write.before();
          case Statement.Insert insert -> null;
          case Statement.Select select -> null;
          case Statement.Check check -> null;
        };
    return item == null ? List.of() : List.of(item);
  }

  private static @Nullable AttributeMap ofUpdate(Statement.Update update, Write write) {
    AttributeMap before = write.before();
    AttributeMap after = write.after();
    Returning returning = update.returning();
    if (returning == null || before == null || after == null) {
      return null;
    }
    AttributeMap shown =
        switch (returning) {
          case ALL_OLD -> before;
          case ALL_NEW -> after;
          case MODIFIED_OLD -> update.update().touchedPartsOf(before);
          case MODIFIED_NEW -> update.update().touchedPartsOf(after);
        };
    return shown.isEmpty() ? null : shown;
  }
}
