package dev.assay.engine.api;

import dev.assay.engine.auth.ResourcePolicies;
import dev.assay.engine.store.Catalog;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.ResourcePolicy;
import dev.assay.engine.table.TableAttachments;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The policies and tags that are attached to the tables of a region and to their streams. */
record TablePolicies(Catalog catalog) implements ResourcePolicies {
  private static final String TABLE = ":table/";

  @Override
  public @Nullable String policyOf(String arn) {
    ResourcePolicy policy = attachments(arn).policies().get(arn);
    return policy == null ? null : policy.document();
  }

  @Override
  public Map<String, String> tagsOf(String arn) {
    return attachments(arn).tags();
  }

  private TableAttachments attachments(String arn) {
    int start = arn.indexOf(TABLE);
    if (start < 0) {
      return TableAttachments.NONE;
    }
    String path = arn.substring(start + TABLE.length());
    int end = path.indexOf('/');
    Optional<Table> table = catalog.find(end < 0 ? path : path.substring(0, end));
    return table.map(each -> each.definition().attachments()).orElse(TableAttachments.NONE);
  }
}
