package dev.assay.engine.partiql;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.item.Deleting;
import dev.assay.engine.item.Guard;
import dev.assay.engine.item.Keys;
import dev.assay.engine.item.PreparedWrite;
import dev.assay.engine.item.Putting;
import dev.assay.engine.item.Updating;
import dev.assay.engine.schema.KeyAttribute;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.store.Table;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;

/**
 * A write on its way to its table.
 *
 * <p>It comes in two halves, because a batch tells a write that was refused before it was known
 * which item it is for from one that was refused on that item.
 *
 * @param subject the item to be inserted, or the key of the one to be changed
 */
record Preparation(Statement statement, Table table, AttributeMap subject) {

  /** The first half: finds the item, and refuses a key that is not wholly there. */
  static Preparation of(Statement statement, Table table) {
    KeySchema key = table.definition().key();
    return new Preparation(
        statement,
        table,
        switch (statement) {
          case Statement.Insert insert -> {
            checkPresent(insert.item(), key);
            yield insert.item();
          }
          case Statement.Update update -> WriteKey.of(update.where(), key);
          case Statement.Delete delete -> WriteKey.of(delete.where(), key);
          case Statement.Select select -> throw new IllegalArgumentException("no write: " + select);
          case Statement.Check check -> throw new IllegalArgumentException("no write: " + check);
        });
  }

  private static void checkPresent(AttributeMap item, KeySchema key) {
    for (KeyAttribute attribute : key.attributes()) {
      AttributeValue value = item.find(attribute.name());
      if (value == null) {
        throw ServiceException.validation(
            "Key attribute should be present in the item: Key " + attribute.name());
      }
      KeyReads.checkScalar(attribute, value);
    }
  }

  /** Refuses a key of the wrong type, in the words of statements. */
  Preparation checkTypes() {
    WriteKey.checkTypes(subject, table.definition().key());
    return this;
  }

  /** The attributes of the key. */
  AttributeMap key() {
    return Keys.only(table.definition().key(), subject);
  }

  /**
   * The second half: what is left to check before the item is looked at.
   *
   * @param returnsItem whether a failing condition shows the item
   */
  PreparedWrite write(boolean returnsItem) {
    KeySchema key = table.definition().key();
    return switch (statement) {
      case Statement.Insert insert -> {
        Putting putting = Putting.of(table, insert.item(), Guard.NONE);
        Putting.checkSize(insert.item());
        yield new Inserting(putting);
      }
      case Statement.Update update -> {
        Updating updating =
            new Updating(
                table,
                Keys.ofKey(key, subject),
                subject,
                update.update(),
                new Guard(update.where(), returnsItem));
        update.update().refuseKeyAttributes(key);
        yield updating;
      }
      case Statement.Delete delete ->
          new Removing(
              new Deleting(
                  table, Keys.ofKey(key, subject), new Guard(delete.where(), returnsItem)));
      case Statement.Select select -> throw new IllegalStateException("no write: " + select);
      case Statement.Check check -> throw new IllegalStateException("no write: " + check);
    };
  }
}
