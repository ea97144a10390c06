package dev.assay.engine.transact;

import dev.assay.engine.store.Attachment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the document by which a transaction with a token is known again after a restart. */
@FunctionalInterface
public interface TokenSeal {
  /** For a transaction without a token. */
  TokenSeal NONE = sizes -> null;

  /**
   * @param sizes what a replay will be billed for
   * @return to be committed together with the transaction's writes; null if there is no token
   */
  @Nullable Attachment of(List<TableSizes> sizes);
}
