package dev.assay.engine.vector;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.EngineFixture;
import java.util.ArrayList;
import java.util.List;

/** A table {@code docs} with a vector index {@code near} on the attribute {@code v}. */
final class VectorTable {
  private static final String ALL = "{'ProjectionType':'ALL'}";

  private final EngineFixture engine;

  private VectorTable(EngineFixture engine) {
    this.engine = engine;
  }

  /** The table with an index of two dimensions that holds everything and has no search schema. */
  static VectorTable with(EngineFixture engine, String distance) {
    return with(engine, index(distance, "", ALL), "");
  }

  /** With the HASH attribute {@code tenant} (S) and the inline filter {@code year} (N). */
  static VectorTable partitioned(EngineFixture engine, String projection) {
    return with(
        engine,
        index(
            "EUCLIDEAN",
            "'SearchSchema':[{'AttributeName':'tenant','SearchSchemaElementType':'HASH'},"
                + "{'AttributeName':'year','SearchSchemaElementType':'INLINE_FILTER'}],",
            projection),
        ",{'AttributeName':'tenant','AttributeType':'S'},"
            + "{'AttributeName':'year','AttributeType':'N'}");
  }

  static VectorTable with(EngineFixture engine, String index, String moreAttributes) {
    engine.ok(
        "CreateTable",
        "{'TableName':'docs','BillingMode':'PAY_PER_REQUEST',"
            + "'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],"
            + "'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}"
            + moreAttributes
            + "]"
            + (index.isEmpty() ? "" : ",'VectorIndexes':[" + index + "]")
            + "}");
    return new VectorTable(engine);
  }

  static String index(String distance, String searchSchema, String projection) {
    return ("{'IndexName':'near','VectorAttribute':{'AttributeName':'v'},'Dimensions':2,"
            + "'DistanceFunction':'%s',%s'Projection':%s}")
        .formatted(distance, searchSchema, projection);
  }

  /** Puts an item with a vector; {@code more} is further attributes, each after a comma. */
  VectorTable put(String key, String vector, String more) {
    engine.ok("PutItem", putBody(key, vector, more));
    return this;
  }

  VectorTable put(String key, String vector) {
    return put(key, vector, "");
  }

  static String putBody(String key, String vector, String more) {
    return "{'TableName':'docs','Item':{'pk':{'S':'%s'},'v':%s%s}}".formatted(key, vector, more);
  }

  /** A vector as an attribute value. */
  static String vector(String... components) {
    return "{'L':" + numbers(components) + "}";
  }

  static String numbers(String... components) {
    List<String> each = new ArrayList<>();
    for (String component : components) {
      each.add("{'N':'" + component + "'}");
    }
    return each.toString();
  }

  static String search(String vector, int topK, String more) {
    return "{'TableName':'docs','IndexName':'near','SearchVector':%s,'TopK':%d%s}"
        .formatted(vector, topK, more);
  }

  JsonNode results(String vector, int topK, String more) {
    return engine.ok("SearchVectors", search(vector, topK, more)).path("SearchResults");
  }

  /** The keys of what is found, the nearest first. */
  List<String> keys(String vector, int topK, String more) {
    List<String> keys = new ArrayList<>();
    results(vector, topK, more).forEach(each -> keys.add(each.at("/Item/pk/S").asText()));
    return keys;
  }

  List<Double> scores(String vector, int topK) {
    List<Double> scores = new ArrayList<>();
    results(vector, topK, "").forEach(each -> scores.add(each.path("Score").asDouble()));
    return scores;
  }

  /** The refusal of a search. */
  String refusal(String vector, int topK, String more) {
    return engine.call("SearchVectors", search(vector, topK, more)).error();
  }
}
