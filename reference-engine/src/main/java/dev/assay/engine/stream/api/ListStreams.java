package dev.assay.engine.stream.api;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.auth.AccessRequest;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.stream.Stream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists streams, also those that were disabled within the last day, in the order of their ARNs. */
final class ListStreams implements Operation {
  private static final int MOST_STREAMS = 100;

  @Override
  public String name() {
    return "ListStreams";
  }

  @Override
  public void execute(Call call) {
    Request request = Request.read(call.in());
    call.authorize(
        () ->
            AccessRequest.of(
                name(),
                call.region().tableArn(request.tableName == null ? "*" : request.tableName)
                    + "/stream/*"));
    call.region().settle();
    List<Stream> streams =
        call.region().streams().after(request.startArn).stream()
            .filter(
                stream ->
                    request.tableName == null
                        || request.tableName.equals(stream.name().tableName()))
            .limit(request.limit + 1L)
            .toList();
    List<Stream> page = streams.subList(0, Math.min(request.limit, streams.size()));
    JsonWriter out = call.out().startObject().startArray("Streams");
    for (Stream stream : page) {
      out.startObject()
          .member("StreamArn", stream.name().arn())
          .member("TableName", stream.name().tableName())
          .member("StreamLabel", stream.name().label())
          .endObject();
    }
    out.endArray();
    if (page.size() < streams.size()) {
      out.member("LastEvaluatedStreamArn", page.get(page.size() - 1).name().arn());
    }
    out.endObject();
  }

  private record Request(@Nullable String tableName, int limit, @Nullable String startArn) {
    static Request read(JsonReader in) {
      var read =
          new Object() {
            @Nullable String tableName;
            @Nullable Integer limit;
            @Nullable String startArn;
          };
      in.request(
          member -> {
            switch (member) {
              case "TableName" -> read.tableName = in.string();
              case "Limit" -> read.limit = in.integer();
              case "ExclusiveStartStreamArn" -> read.startArn = in.string();
              default -> in.skip();
            }
          });
      Constraints.echoing()
          .pattern("tableName", read.tableName, Constraints.NAME)
          .length("tableName", read.tableName, 3, 255)
          .range("limit", read.limit, 1, Integer.MAX_VALUE)
          .length("exclusiveStartStreamArn", read.startArn, 37, 1024)
          .verify();
      int limit = read.limit == null ? MOST_STREAMS : read.limit;
      if (limit > MOST_STREAMS) {
        throw Refusals.invalid(
            "Limit cannot be greater than the maximum allowed size: " + MOST_STREAMS);
      }
      return new Request(read.tableName, limit, read.startArn);
    }
  }
}
