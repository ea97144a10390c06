package dev.assay.engine.stream.api;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.auth.AccessRequest;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.stream.RecordPage;
import dev.assay.engine.stream.Stream;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads records of a shard from where an iterator stands. */
final class GetRecords implements Operation {
  private static final int MOST_RECORDS = 1000;
  private static final int PAGE_BYTES = 1 << 20;

  @Override
  public String name() {
    return "GetRecords";
  }

  @Override
  public void execute(Call call) {
    Request request = Request.read(call.in());
    call.region().settle();
    Region region = call.region();
    ShardIterator from =
        ShardIterator.parse(request.iterator)
            .orElseThrow(() -> ServiceException.validation("Invalid ShardIterator"));
    call.authorize(() -> AccessRequest.of(name(), from.streamArn()));
    Instant now = region.clock().instant();
    Duration life = region.streams().policy().iteratorLife();
    if (now.isAfter(from.issued().plus(life))) {
      throw Refusals.expired(from.issued(), now, life);
    }
    Stream stream =
        region
            .streams()
            .find(from.streamArn())
            .orElseThrow(() -> Refusals.noStream(from.streamArn()));
    RecordPage.Records page =
        switch (stream.read(from.shardId(), from.position(), request.limit, PAGE_BYTES)) {
          case RecordPage.Records records -> records;
          case RecordPage.Trimmed ignored -> throw Refusals.trimmed();
          case RecordPage.NoShard ignored ->
              throw Refusals.notFound("Invalid ShardId in ShardIterator");
        };
    JsonWriter out = call.out().startObject().startArray("Records");
    RecordWriter writer = new RecordWriter(region.name(), stream, out);
    page.records().forEach(writer::write);
    out.endArray();
    if (!page.atEnd()) {
      out.member(
          "NextShardIterator",
          new ShardIterator(from.streamArn(), from.shardId(), page.next(), now).text());
    }
    out.endObject();
  }

  private record Request(String iterator, int limit) {
    static Request read(JsonReader in) {
      var read =
          new Object() {
            @Nullable String iterator;
            @Nullable Integer limit;
          };
      in.request(
          member -> {
            switch (member) {
              case "ShardIterator" -> read.iterator = in.string();
              case "Limit" -> read.limit = in.integer();
              default -> in.skip();
            }
          });
      Constraints.echoing()
          .required("shardIterator", read.iterator)
          .length("shardIterator", read.iterator, 1, 2048)
          .range("limit", read.limit, 1, Integer.MAX_VALUE)
          .verify();
      int limit = read.limit == null ? MOST_RECORDS : read.limit;
      if (limit > MOST_RECORDS) {
        throw Refusals.invalid("Limit should be less than or equal to " + MOST_RECORDS);
      }
      return new Request(Objects.requireNonNull(read.iterator), limit);
    }
  }
}
