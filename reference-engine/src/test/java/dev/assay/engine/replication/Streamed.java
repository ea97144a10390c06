package dev.assay.engine.replication;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads the whole stream of a region's table. */
final class Streamed {
  private Streamed() {}

  static List<JsonNode> records(Planet planet, String region, String table) {
    String arn = planet.describe(region, table).path("LatestStreamArn").asText();
    List<JsonNode> records = new ArrayList<>();
    JsonNode stream = planet.ok(region, "DescribeStream", "{'StreamArn':'" + arn + "'}");
    for (JsonNode shard : stream.at("/StreamDescription/Shards")) {
      String iterator =
          planet
              .ok(
                  region,
                  "GetShardIterator",
                  "{'StreamArn':'"
                      + arn
                      + "','ShardId':'"
                      + shard.path("ShardId").asText()
                      + "','ShardIteratorType':'TRIM_HORIZON'}")
              .path("ShardIterator")
              .asText();
      planet
          .ok(region, "GetRecords", "{'ShardIterator':'" + iterator + "'}")
          .path("Records")
          .forEach(records::add);
    }
    return records;
  }
}
