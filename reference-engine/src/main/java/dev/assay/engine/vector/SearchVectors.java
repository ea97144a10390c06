package dev.assay.engine.vector;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.capacity.CapacityReport;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.json.StrictReader;
import dev.assay.engine.request.Access;
import dev.assay.engine.request.Tables;
import dev.assay.engine.store.Table;
import dev.assay.engine.store.VectorData;
import dev.assay.engine.store.VectorEntry;
import dev.assay.engine.table.VectorIndex;
import dev.assay.engine.value.AttributeMap;

/** Finds the items whose vectors are nearest to the one given. */
public final class SearchVectors implements Operation {
  @Override
  public String name() {
    return "SearchVectors";
  }

  @Override
  public void execute(Call call) {
    SearchRequest request = SearchRequest.read(new StrictReader(call.in()));
    // The service knows no conditions on attributes or leading keys for a search.
    call.authorize(
        () ->
            Access.toIndex(call.region(), name(), request.tableName(), request.indexName())
                .returnConsumedCapacity(request.returnConsumedCapacity()));
    Table table = Tables.resolve(call.region(), request.tableName());
    VectorIndex index = served(table, request.indexName());
    if (request.vector().dimensions() != index.dimensions()) {
      throw ServiceException.validation(
          "Input search vector dimension "
              + request.vector().dimensions()
              + " does not match vector index dimension "
              + index.dimensions());
    }
    request.condition().checkAgainst(index, table.definition());
    search(request, index, table, call.out());
  }

  /** Facts 182 and 183: an index is searched only some time after it is shown as active. */
  private static VectorIndex served(Table table, String indexName) {
    VectorIndex index =
        table.definition().vectorIndex(indexName).orElseThrow(() -> missing(indexName));
    switch (index.status()) {
      case CREATING, ACTIVE -> {
        // Its phase tells more.
      }
      case UPDATING, DELETING, INACCESSIBLE_ENCRYPTION_CREDENTIALS, ARCHIVING, ARCHIVED ->
          throw missing(indexName);
    }
    return switch (index.phase()) {
      case SERVED -> index;
      case WITH_TABLE, ALLOCATING -> throw missing(indexName);
      case BACKFILLING, ACTIVE_NOT_SERVED ->
          throw ServiceException.validation("Cannot search backfilling vector index: " + indexName);
    };
  }

  private static ServiceException missing(String indexName) {
    return ServiceException.validation("The table does not have the specified index: " + indexName);
  }

  private static void search(
      SearchRequest request, VectorIndex index, Table table, JsonWriter out) {
    VectorData data =
        table.vectors(request.indexName()).orElseThrow(() -> missing(request.indexName()));
    Nearest nearest = new Nearest(request.vector(), index.distance(), request.topK());
    long comparedBytes = 0;
    for (VectorEntry entry : table.entries(data)) {
      if (request.condition().matches(entry.attributes())) {
        nearest.offer(entry);
        comparedBytes += entry.sizeBytes();
      }
    }
    out.startObject();
    if (CapacityReport.of(request.returnConsumedCapacity()) != CapacityReport.NONE) {
      // The service's own figure differs between identical searches (fact 187).
      out.startObject("ConsumedCapacity")
          .member("VectorSearchRequestBytes", (double) comparedBytes)
          .endObject();
    }
    out.startArray("SearchResults");
    for (Nearest.Scored scored : nearest.found()) {
      AttributeMap shown = data.shown(scored.entry());
      out.startObject()
          .attributes(
              "Item", request.projection() == null ? shown : request.projection().apply(shown))
          .member("Score", scored.score())
          .endObject();
    }
    out.endArray().endObject();
  }
}
