package dev.assay.reports;

import dev.assay.reports.event.AssayBuild;
import dev.assay.reports.event.Body;
import dev.assay.reports.event.Exchange;
import dev.assay.reports.event.Failure;
import dev.assay.reports.event.Header;
import dev.assay.reports.event.Outcome;
import dev.assay.reports.event.RunEvent;
import dev.assay.reports.event.RunEvent.RunFinished;
import dev.assay.reports.event.RunEvent.RunStarted;
import dev.assay.reports.event.RunEvent.ScenarioFinished;
import dev.assay.reports.event.RunEvent.ScenarioStarted;
import dev.assay.reports.event.Scenario;
import dev.assay.reports.event.Selection;
import dev.assay.reports.event.Step;
import dev.assay.reports.event.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events that look like those of a real run; what a test sets is what it is about. */
final class SampleRun {

  static final Instant START = Instant.parse("2026-11-22T21:30:00Z");

  private static final List<String> OPERATIONS =
      List.of(
          "PutItem",
          "GetItem",
          "UpdateItem",
          "DeleteItem",
          "Query",
          "Scan",
          "BatchGetItem",
          "BatchWriteItem",
          "CreateTable",
          "DescribeTable");
  private static final List<String> TIERS = List.of("core", "core", "complete", "strict");

  private SampleRun() {}

  static RunStarted started(int total) {
    return new RunStarted(
        "run-7f3a",
        START,
        new Target("dynamodb-local", "3.3.1", "http://127.0.0.1:8000", Target.Mode.PROXY),
        new AssayBuild("0.1.0", "1bce9e9", "25.0.1"),
        4_815_162_342L,
        "./assay certify --target dynamodb-local",
        Selection.everything(),
        total);
  }

  /** A whole run; every tenth or so is no PASS. */
  static List<RunEvent> events(int total) {
    List<RunEvent> events = new ArrayList<>();
    events.add(started(total));
    for (int i = 0; i < total; i++) {
      ScenarioFinished finished = finished(i);
      events.add(new ScenarioStarted(finished.scenario().id(), finished.start()));
      events.add(finished);
    }
    events.add(new RunFinished(START.plusSeconds(48), false));
    return events;
  }

  static ScenarioFinished finished(int i) {
    return finished(i, outcome(i));
  }

  static ScenarioFinished finished(int i, Outcome outcome) {
    Exchange exchange = exchange(i);
    boolean passed = outcome == Outcome.PASS;
    boolean declined = outcome == Outcome.UNSUPPORTED;
    return new ScenarioFinished(
        scenario(i),
        outcome,
        switch (outcome) {
          case PASS -> "";
          case FAIL -> "the error message differs from the service's";
          case UNSUPPORTED -> "the store answers UnknownOperationException to ListStreams";
          case ERROR -> "no response within 10 s";
        },
        START.plusMillis(i * 37L),
        Duration.ofMillis(12 + i % 90),
        List.of(
            step("Given", "a table with partition key \"pk\" (S)", Step.Status.PASSED, exchange),
            step(
                "When",
                "an item is put that already exists",
                declined ? Step.Status.SKIPPED : Step.Status.PASSED,
                exchange),
            step(
                "Then",
                "the request is refused with ConditionalCheckFailedException",
                switch (outcome) {
                  case PASS -> Step.Status.PASSED;
                  case FAIL -> Step.Status.FAILED;
                  case UNSUPPORTED -> Step.Status.SKIPPED;
                  case ERROR -> Step.Status.BROKEN;
                },
                null)),
        passed || declined ? null : failure(outcome, exchange));
  }

  private static Outcome outcome(int i) {
    if (i % 14 == 5) {
      return Outcome.FAIL;
    }
    if (i % 37 == 20) {
      return Outcome.UNSUPPORTED;
    }
    return i % 80 == 34 ? Outcome.ERROR : Outcome.PASS;
  }

  private static Failure failure(Outcome outcome, Exchange exchange) {
    if (outcome == Outcome.ERROR) {
      return new Failure("", "", "The connection was reset before a response came.", exchange);
    }
    return new Failure(
        "400 ValidationException: One or more parameter values were invalid: Null attribute value"
            + " types must have the value of true",
        "400 ValidationException: Supplied AttributeValue is empty, must contain exactly one of"
            + " the supported datatypes",
        "The status and the error type are right, the message is not.",
        exchange);
  }

  static Scenario scenario(int i) {
    String operation = OPERATIONS.get(i % OPERATIONS.size());
    return new Scenario(
        "%s-COND-%03d"
            .formatted(
                operation.replaceAll("[a-z]|Item|Table", "").length() > 1
                    ? operation.replaceAll("[a-z]", "")
                    : operation.substring(0, 3).toUpperCase(java.util.Locale.ROOT),
                i),
        i % 3 == 0
            ? "a NULL attribute whose value is false is refused in the service's words"
            : "a put under attribute_not_exists leaves an existing item alone",
        "items/" + operation.toLowerCase(java.util.Locale.ROOT) + ".feature",
        10 + i,
        "A condition that does not hold refuses the write and changes nothing, whatever the size of"
            + " the item.",
        List.of("facts-%03d".formatted(i % 188 + 1), "aws-condition-expressions"),
        TIERS.get(i % TIERS.size()),
        List.of(operation),
        i % 37 == 20 ? List.of("streams") : List.of(),
        i % 31 == 5,
        "./assay certify --target dynamodb-local --seed 4815162342 --id PUT-COND-%03d"
            .formatted(i));
  }

  static Step step(String keyword, String text, Step.Status status, @Nullable Exchange exchange) {
    return new Step(
        keyword,
        text,
        status,
        Duration.ofNanos(3_400_000),
        exchange == null ? List.of() : List.of(exchange));
  }

  static Exchange exchange(int i) {
    return new Exchange(
        new Exchange.Request(
            "POST",
            "http://127.0.0.1:8000/",
            List.of(
                new Header("Content-Type", "application/x-amz-json-1.0"),
                new Header("X-Amz-Target", "DynamoDB_20120810.PutItem"),
                new Header(
                    "Authorization",
                    "AWS4-HMAC-SHA256"
                        + " Credential=AKIDEXAMPLE/20261122/eu-west-2/dynamodb/aws4_request,"
                        + " SignedHeaders=host;x-amz-date, Signature=0123456789abcdef")),
            Body.of(
                "{\"TableName\":\"assay-%d\",\"Item\":{\"pk\":{\"S\":\"a\"},\"list\":{\"L\":[{\"N\":\"1\"},{\"NULL\":false}]}},\"ReturnConsumedCapacity\":\"TOTAL\"}"
                    .formatted(i))),
        new Exchange.Response(
            400,
            List.of(
                new Header(
                    "x-amzn-RequestId", "4KBNVRGD25RG1KEO9UT4V3FQDJVV4KQNSO5AEMVJF66Q9ASUAAJG"),
                new Header("x-amz-crc32", "2745614147")),
            Body.of(
                "{\"__type\":\"com.amazon.coral.validate#ValidationException\",\"message\":\"Supplied"
                    + " AttributeValue is empty, must contain exactly one of the supported"
                    + " datatypes\"}")),
        START.plusMillis(i),
        Duration.ofNanos(2_345_678));
  }
}
