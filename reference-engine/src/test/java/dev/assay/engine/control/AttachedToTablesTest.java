package dev.assay.engine.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.EngineFixture;
import dev.assay.engine.EngineSettings;
import dev.assay.engine.ManualClock;
import dev.assay.engine.table.TableTransitions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AttachedToTablesTest {
  private static final String NAME = "{'TableName':'songs'}";
  private static final String ARN = "arn:aws:dynamodb:us-east-1:000000000000:table/songs";
  private static final String NOT_THERE = ARN.replace("songs", "nope");

  private final ManualClock clock = ManualClock.atNoon();
  private final EngineFixture engine =
      EngineFixture.start(
          EngineSettings.defaults()
              .withClock(clock)
              .withTransitions(
                  TableTransitions.IMMEDIATE
                      .withUpdating(Duration.ofSeconds(3))
                      .withTimeToLivePause(Duration.ofHours(1))));

  @BeforeEach
  void createTable() {
    engine.ok(
        "CreateTable",
        TableBody.provisioned()
            .with("AttributeDefinitions", TableBody.attributes("a", "b"))
            .with("KeySchema", TableBody.key("a", "b"))
            .with(
                "GlobalSecondaryIndexes",
                "[" + TableBody.globalIndex("gsi", TableBody.key("b")) + "]")
            .with("StreamSpecification", "{'StreamEnabled':true,'StreamViewType':'NEW_IMAGE'}")
            .toString());
  }

  @AfterEach
  void stop() {
    engine.close();
    assertThat(engine.accidents()).isEmpty();
  }

  private String refusal(String operation, String json) {
    return engine.call(operation, json).error();
  }

  @Nested
  class ExpiryOfItems {
    private String update(boolean enabled, String attribute) {
      return "{'TableName':'songs','TimeToLiveSpecification':{'Enabled':%s,'AttributeName':'%s'}}"
          .formatted(enabled, attribute);
    }

    private String described() {
      return engine.ok("DescribeTimeToLive", NAME).at("/TimeToLiveDescription").toString();
    }

    @Test
    void isOffUntilItIsEnabledAndThenTakesItsTime() {
      assertThat(described()).isEqualTo("{\"TimeToLiveStatus\":\"DISABLED\"}");
      assertThat(
              engine
                  .ok("UpdateTimeToLive", update(true, "expires"))
                  .at("/TimeToLiveSpecification")
                  .toString())
          .isEqualTo("{\"Enabled\":true,\"AttributeName\":\"expires\"}");
      assertThat(described())
          .isEqualTo("{\"TimeToLiveStatus\":\"ENABLING\",\"AttributeName\":\"expires\"}");
      clock.advance(Duration.ofSeconds(3));
      assertThat(described())
          .isEqualTo("{\"TimeToLiveStatus\":\"ENABLED\",\"AttributeName\":\"expires\"}");
    }

    @Test
    void isSwitchedOnceAnHour() {
      engine.ok("UpdateTimeToLive", update(true, "expires"));
      clock.advance(Duration.ofMinutes(59));
      assertThat(refusal("UpdateTimeToLive", update(false, "expires")))
          .isEqualTo(
              "ValidationException: Time to live has been modified multiple times within a fixed"
                  + " interval");
      clock.advance(Duration.ofMinutes(1));
      engine.ok("UpdateTimeToLive", update(false, "expires"));
    }

    @Test
    void cannotBeSwitchedToWhatItIs() {
      assertThat(refusal("UpdateTimeToLive", update(false, "expires")))
          .isEqualTo("ValidationException: TimeToLive is already disabled");
      engine.ok("UpdateTimeToLive", update(true, "expires"));
      assertThat(refusal("UpdateTimeToLive", update(true, "expires")))
          .isEqualTo("ValidationException: TimeToLive is already enabled");
      assertThat(refusal("UpdateTimeToLive", update(true, "other")))
          .startsWith("ValidationException: TimeToLive is active on a different AttributeName");
    }

    @Test
    void needsASpecification() {
      assertThat(refusal("UpdateTimeToLive", NAME))
          .isEqualTo(
              "ValidationException: 1 validation error detected: Value null at"
                  + " 'timeToLiveSpecification' failed to satisfy constraint: Member must not be"
                  + " null");
    }
  }

  @Nested
  class TagsOfTables {
    private JsonNode listed() {
      return engine.ok("ListTagsOfResource", "{'ResourceArn':'" + ARN + "'}").at("/Tags");
    }

    private void tag(String tags) {
      assertThat(engine.call("TagResource", tagging(tags)).status()).isEqualTo(200);
    }

    private String tagging(String tags) {
      return "{'ResourceArn':'%s','Tags':%s}".formatted(ARN, tags);
    }

    @Test
    void areAddedReplacedAndRemoved() {
      tag("[{'Key':'owner','Value':'x'},{'Key':'empty','Value':''}]");
      tag("[{'Key':'owner','Value':'y'}]");
      assertThat(listed().toString())
          .isEqualTo("[{\"Key\":\"owner\",\"Value\":\"y\"},{\"Key\":\"empty\",\"Value\":\"\"}]");
      EngineFixture.Reply untagged =
          engine.call(
              "UntagResource", "{'ResourceArn':'" + ARN + "','TagKeys':['owner','absent']}");
      assertThat(untagged.status()).isEqualTo(200);
      assertThat(listed()).hasSize(1);
    }

    @Test
    void areFiftyAtMostWithKeysThatAreNotTheServicesOwn() {
      String many =
          IntStream.range(0, 51)
              .mapToObj(i -> "{'Key':'k" + i + "','Value':'v'}")
              .collect(Collectors.joining(",", "[", "]"));
      assertThat(refusal("TagResource", tagging(many))).startsWith("ValidationException: ");
      assertThat(refusal("TagResource", tagging("[{'Key':'aws:x','Value':'v'}]")))
          .startsWith("ValidationException: ");
      assertThat(refusal("TagResource", tagging("[{'Key':'','Value':'v'}]")))
          .isEqualTo(
              "ValidationException: 1 validation error detected: Value '' at 'tags.1.member.key'"
                  + " failed to satisfy constraint: Member must have length greater than or equal"
                  + " to 1");
      assertThat(listed()).isEmpty();
    }

    @Test
    void belongToATableThatIsNamedByItsArn() {
      assertThat(refusal("ListTagsOfResource", "{}"))
          .isEqualTo("ValidationException: Invalid TableArn");
      assertThat(refusal("ListTagsOfResource", "{'ResourceArn':'abc'}"))
          .isEqualTo(
              "AccessDeniedException: User: arn:aws:iam::000000000000:root is not authorized to"
                  + " perform: dynamodb:ListTagsOfResource on resource: abc");
      assertThat(refusal("ListTagsOfResource", "{'ResourceArn':'" + ARN + ";'}"))
          .isEqualTo(
              "ValidationException: Invalid TableArn: Invalid ResourceArn provided as input "
                  + ARN
                  + ";");
      assertThat(refusal("ListTagsOfResource", "{'ResourceArn':'" + NOT_THERE + "'}"))
          .isEqualTo(
              "ResourceNotFoundException: Requested resource not found: ResourcArn: "
                  + NOT_THERE
                  + " not found");
      assertThat(refusal("UntagResource", "{'ResourceArn':'" + NOT_THERE + "','TagKeys':['a']}"))
          .isEqualTo("ResourceNotFoundException: Requested resource not found");
      assertThat(refusal("TagResource", tagging("[]")))
          .isEqualTo("ValidationException: Atleast one Tag needs to be provided as Input.");
    }
  }

  @Nested
  class Policies {
    private String policy(String sid) {
      return "{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":[{\\\"Sid\\\":\\\""
          + sid
          + "\\\",\\\"Effect\\\":\\\"Allow\\\",\\\"Principal\\\":\\\"*\\\",\\\"Action\\\":"
          + "\\\"dynamodb:GetItem\\\",\\\"Resource\\\":\\\"*\\\"}]}";
    }

    private String put(String arn, String policy, String more) {
      return "{'ResourceArn':'%s','Policy':'%s'%s}".formatted(arn, policy, more);
    }

    private String of(String arn) {
      return "{'ResourceArn':'" + arn + "'}";
    }

    @Test
    void areReadAsTheyWerePutWithARevisionThatChangesWithThem() {
      String first =
          engine.ok("PutResourcePolicy", put(ARN, policy("a"), "")).at("/RevisionId").asText();
      assertThat(engine.ok("PutResourcePolicy", put(ARN, policy("a"), "")).at("/RevisionId"))
          .hasToString('"' + first + '"');
      String second =
          engine.ok("PutResourcePolicy", put(ARN, policy("b"), "")).at("/RevisionId").asText();
      assertThat(second).isNotEqualTo(first);
      JsonNode got = engine.ok("GetResourcePolicy", of(ARN));
      assertThat(got.at("/Policy").asText()).isEqualTo(policy("b").replace("\\", ""));
      assertThat(got.at("/RevisionId").asText()).isEqualTo(second);
      assertThat(engine.ok("DeleteResourcePolicy", of(ARN)).at("/RevisionId").asText())
          .isEqualTo(second);
      assertThat(engine.ok("DeleteResourcePolicy", of(ARN)).has("RevisionId")).isFalse();
      assertThat(engine.call("GetResourcePolicy", of(ARN)).errorType())
          .isEqualTo("PolicyNotFoundException");
    }

    @Test
    void areReplacedOnlyIfTheyAreTheExpectedOnes() {
      assertThat(
              engine
                  .call("PutResourcePolicy", put(ARN, policy("a"), ",'ExpectedRevisionId':'1'"))
                  .errorType())
          .isEqualTo("PolicyNotFoundException");
      engine.ok("PutResourcePolicy", put(ARN, policy("a"), ",'ExpectedRevisionId':'NO_POLICY'"));
      assertThat(
              engine
                  .call(
                      "PutResourcePolicy",
                      put(ARN, policy("b"), ",'ExpectedRevisionId':'NO_POLICY'"))
                  .errorType())
          .isEqualTo("PolicyNotFoundException");
    }

    @Test
    void areAttachedToStreamsToo() {
      String stream = engine.ok("DescribeTable", NAME).at("/Table/LatestStreamArn").asText();
      engine.ok("PutResourcePolicy", put(stream, policy("a"), ""));
      engine.ok("GetResourcePolicy", of(stream));
      assertThat(engine.call("GetResourcePolicy", of(ARN)).errorType())
          .isEqualTo("PolicyNotFoundException");
      assertThat(refusal("GetResourcePolicy", of(NOT_THERE)))
          .isEqualTo(
              "ResourceNotFoundException: Requested resource not found: Table: nope not found");
    }

    @Test
    void thatAreNoPoliciesAreRefused() {
      assertThat(refusal("PutResourcePolicy", put(ARN, "nonsense", "")))
          .startsWith(
              "ValidationException: One or more parameter values were invalid: Invalid policy"
                  + " document: ");
    }
  }

  @Nested
  class Insights {
    @Test
    void areEnabledForATableAndForAnIndex() {
      assertThat(engine.ok("DescribeContributorInsights", NAME).toString())
          .isEqualTo("{\"TableName\":\"songs\",\"ContributorInsightsStatus\":\"DISABLED\"}");
      JsonNode enabling =
          engine.ok(
              "UpdateContributorInsights",
              "{'TableName':'songs','IndexName':'gsi','ContributorInsightsAction':'ENABLE'}");
      assertThat(enabling.at("/ContributorInsightsStatus").asText()).isEqualTo("ENABLING");
      engine.ok(
          "UpdateContributorInsights",
          "{'TableName':'songs','ContributorInsightsAction':'ENABLE',"
              + "'ContributorInsightsMode':'THROTTLED_KEYS'}");
      clock.advance(Duration.ofSeconds(3));
      JsonNode index =
          engine.ok("DescribeContributorInsights", "{'TableName':'songs','IndexName':'gsi'}");
      assertThat(index.at("/ContributorInsightsStatus").asText()).isEqualTo("ENABLED");
      assertThat(index.at("/ContributorInsightsRuleList")).hasSize(2);
      JsonNode table = engine.ok("DescribeContributorInsights", NAME);
      assertThat(table.at("/ContributorInsightsMode").asText()).isEqualTo("THROTTLED_KEYS");
      assertThat(table.at("/ContributorInsightsRuleList/0").asText())
          .isEqualTo("DynamoDBContributorInsights-PKT-songs-" + 1_790_856_000_000L);
    }

    @Test
    void areListedPageByPage() {
      engine.ok(
          "UpdateContributorInsights",
          "{'TableName':'songs','IndexName':'gsi','ContributorInsightsAction':'ENABLE'}");
      engine.ok(
          "UpdateContributorInsights",
          "{'TableName':'songs','ContributorInsightsAction':'ENABLE'}");
      JsonNode first = engine.ok("ListContributorInsights", "{'MaxResults':1}");
      assertThat(first.at("/ContributorInsightsSummaries")).hasSize(1);
      JsonNode second =
          engine.ok(
              "ListContributorInsights",
              "{'MaxResults':1,'NextToken':'" + first.at("/NextToken").asText() + "'}");
      assertThat(second.at("/ContributorInsightsSummaries/0/IndexName").asText()).isEqualTo("gsi");
      assertThat(second.has("NextToken")).isFalse();
    }

    @Test
    void ofAnIndexThatIsNotThereAreNotFound() {
      assertThat(
              refusal(
                  "UpdateContributorInsights",
                  "{'TableName':'songs','IndexName':'nope',"
                      + "'ContributorInsightsAction':'ENABLE'}"))
          .isEqualTo(
              "ResourceNotFoundException: Requested resource not found: Index: nope not found for"
                  + " table: songs");
    }

    @Test
    void goOnUnderTheSameRulesWhenTheModeChanges() {
      enable("");
      List<String> before = rules();
      clock.advance(Duration.ofHours(1));
      enable(",'ContributorInsightsMode':'THROTTLED_KEYS'");
      List<String> throttled = rules();
      enable("");

      assertThat(before).hasSize(4).containsAll(throttled);
      assertThat(throttled).hasSize(2).allMatch(rule -> rule.contains("KT-songs-"));
      assertThat(rules()).isEqualTo(before);
    }

    private void enable(String mode) {
      engine.ok(
          "UpdateContributorInsights",
          "{'TableName':'songs','ContributorInsightsAction':'ENABLE'" + mode + "}");
      clock.advance(Duration.ofSeconds(3));
    }

    private List<String> rules() {
      List<String> rules = new ArrayList<>();
      engine
          .ok("DescribeContributorInsights", NAME)
          .at("/ContributorInsightsRuleList")
          .forEach(rule -> rules.add(rule.asText()));
      return rules;
    }

    @Test
    void areNotListedOnceTheyAreOff() {
      enable("");
      assertThat(engine.ok("ListContributorInsights", "{}").at("/ContributorInsightsSummaries"))
          .hasSize(1);
      engine.ok(
          "UpdateContributorInsights",
          "{'TableName':'songs','ContributorInsightsAction':'DISABLE'}");
      assertThat(engine.ok("ListContributorInsights", "{}").at("/ContributorInsightsSummaries"))
          .hasSize(1);
      clock.advance(Duration.ofSeconds(3));
      assertThat(engine.ok("ListContributorInsights", "{}").at("/ContributorInsightsSummaries"))
          .isEmpty();
    }
  }

  @Nested
  class KinesisDestinations {
    private static final String STREAM = "arn:aws:kinesis:us-east-1:000000000000:stream/changes";
    private static final String BODY = "{'TableName':'songs','StreamArn':'" + STREAM + "'}";
    private static final String NOT_VALID =
        "ValidationException: Table is not in a valid state to enable Kinesis Streaming"
            + " Destination: ";

    @Test
    void ofAFreshTableThereAreNone() {
      assertThat(engine.ok("DescribeKinesisStreamingDestination", NAME).toString())
          .isEqualTo("{\"TableName\":\"songs\",\"KinesisDataStreamDestinations\":[]}");
    }

    @Test
    void areEnablingAtFirst() {
      assertThat(engine.ok("EnableKinesisStreamingDestination", BODY).toString())
          .isEqualTo(
              "{\"TableName\":\"songs\",\"StreamArn\":\""
                  + STREAM
                  + "\",\"DestinationStatus\":\"ENABLING\","
                  + "\"EnableKinesisStreamingConfiguration\":{}}");
    }

    @Test
    void thatAreNotActiveCanNeitherBeDisabledNorUpdated() {
      assertThat(refusal("DisableKinesisStreamingDestination", BODY))
          .isEqualTo(
              NOT_VALID
                  + "KinesisStreamingDestination must be ACTIVE to perform DISABLE operation.");
      assertThat(
              refusal(
                  "UpdateKinesisStreamingDestination",
                  BODY.replace(
                      "}",
                      ",'UpdateKinesisStreamingConfiguration':"
                          + "{'ApproximateCreationDateTimePrecision':'MICROSECOND'}}")))
          .isEqualTo(
              NOT_VALID
                  + "Kinesis streaming is not in ACTIVE state. Updates are only allowed in ACTIVE"
                  + " state. TableName: songs");
    }

    @Test
    void areNotUpdatedWithoutASettingNorDisabledWithOne() {
      assertThat(refusal("UpdateKinesisStreamingDestination", BODY))
          .isEqualTo(
              "ValidationException: Streaming destination cannot be updated with given parameters:"
                  + " UpdateKinesisStreamingConfiguration cannot be null or contain only null"
                  + " values");
      assertThat(
              refusal(
                  "DisableKinesisStreamingDestination",
                  BODY.replace(
                      "}",
                      ",'EnableKinesisStreamingConfiguration':"
                          + "{'ApproximateCreationDateTimePrecision':'MICROSECOND'}}")))
          .isEqualTo(
              "ValidationException: Stream cannot be disabled using"
                  + " EnableKinesisStreamingConfiguration parameters");
    }
  }

  @Test
  void theAccountHasTheQuotasOfANewOne() {
    assertThat(engine.ok("DescribeLimits", "{}").toString())
        .isEqualTo(
            "{\"AccountMaxReadCapacityUnits\":80000,\"AccountMaxWriteCapacityUnits\":80000,"
                + "\"TableMaxReadCapacityUnits\":40000,\"TableMaxWriteCapacityUnits\":40000}");
  }

  @Test
  void theEndpointIsTheServicesOwn() {
    assertThat(engine.ok("DescribeEndpoints", "{}").at("/Endpoints/0/Address").asText())
        .isEqualTo("dynamodb.us-east-1.amazonaws.com");
  }

  @Test
  void autoScalingIsDescribedAsDisabled() {
    JsonNode described = engine.ok("DescribeTableReplicaAutoScaling", NAME);
    assertThat(
            described.at(
                "/TableAutoScalingDescription/Replicas/0/GlobalSecondaryIndexes/0/IndexName"))
        .hasToString("\"gsi\"");
  }
}
