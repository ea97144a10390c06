package dev.assay.features.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.features.FakeStore;
import dev.assay.features.FakeStore.Reply;
import dev.assay.features.catalogue.Tier;
import dev.assay.features.result.Outcome;
import dev.assay.features.result.RunListener;
import dev.assay.features.result.RunSummary;
import dev.assay.features.result.ScenarioRecord;
import dev.assay.features.result.StepRecord;
import dev.assay.features.wire.Endpoint;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

class SuiteTest {
  private static final String GET_MISSING_TABLE = "GET-ERR-001";
  private static final Reply NOT_FOUND =
      new Reply(
          400,
          "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException\",\"message\":\"Requested"
              + " resource not found\"}");
  private static final Reply OK = new Reply(200, "{}");
  private static final Reply ACTIVE =
      new Reply(
          200,
          "{\"TableDescription\":{\"TableStatus\":\"ACTIVE\"},\"Table\":{\"TableStatus\":\"ACTIVE\"}}");
  private static final Reply THROTTLED =
      new Reply(
          400,
          "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException\",\"message\":\"The"
              + " level of configured provisioned throughput for the table was exceeded.\"}");
  private static final String REGISTER_TARGET = "AUTOSCALE-TARGET-006";
  private static final Reply INVALID_ACTION =
      new Reply(400, "{\"__type\":\"com.amazonaws.dynamodb.v20120810#InvalidAction\"}");
  private static final Reply NO_ANSWER = new Reply(0, "");
  private static final Reply UNKNOWN_OPERATION =
      new Reply(400, "{\"__type\":\"com.amazon.coral.service#UnknownOperationException\"}");

  private final Collector collector = new Collector();

  private static final class Collector implements RunListener {
    final List<ScenarioRecord> records = new CopyOnWriteArrayList<>();
    int announced;

    @Override
    public void runStarted(int total, long seed) {
      announced = total;
    }

    @Override
    public void scenarioFinished(ScenarioRecord result) {
      records.add(result);
    }
  }

  @Test
  void aStoreThatDoesAsRequiredPasses() throws Exception {
    RunSummary summary = run(Set.of(GET_MISSING_TABLE), operation -> NOT_FOUND);
    assertThat(summary.count(Outcome.PASS)).isEqualTo(1);
    assertThat(summary.divergence()).isZero();
    assertThat(summary.coverage()).isEqualTo(1);
    assertThat(summary.leftoverTables()).isEmpty();
    assertThat(collector.announced).isEqualTo(1);
  }

  @Test
  void aStoreThatDoesOtherwiseFailsWithTheEvidence() throws Exception {
    run(Set.of(GET_MISSING_TABLE), operation -> operation.equals("GetItem") ? OK : NOT_FOUND);
    ScenarioRecord result = only();
    assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(result.failure().orElseThrow().message()).isEqualTo("the call succeeds");
    assertThat(result.failure().orElseThrow().expected()).contains("ResourceNotFoundException");
    assertThat(result.failure().orElseThrow().exchange().orElseThrow().operation())
        .isEqualTo("GetItem");
    assertThat(result.steps())
        .extracting(StepRecord::keyword, StepRecord::status)
        .containsExactly(
            tuple("When", StepRecord.Status.PASSED), tuple("Then", StepRecord.Status.FAILED));
    assertThat(result.steps().getFirst().exchanges()).hasSize(1);
  }

  @Test
  void aStoreThatDoesNotAnswerIsAnErrorNotAFailure() throws Exception {
    run(
        Set.of(GET_MISSING_TABLE),
        operation -> operation.equals("GetItem") ? NO_ANSWER : NOT_FOUND);
    assertThat(only().outcome()).isEqualTo(Outcome.ERROR);
    assertThat(only().failure().orElseThrow().message())
        .startsWith("no response from http://127.0.0.1");
    assertThat(only().failure().orElseThrow().exchange().orElseThrow().failure()).isPresent();
  }

  @Test
  void whatTheProxySaysInThePlaceOfASilentStoreIsAnErrorToo() throws Exception {
    Reply silent =
        new Reply(
            502,
            "{\"__type\":\"dev.assay.proxy#UpstreamBrokeOffException\",\"message\":\"It did not"
                + " answer\"}");
    run(Set.of(GET_MISSING_TABLE), operation -> operation.equals("GetItem") ? silent : NOT_FOUND);
    assertThat(only().outcome()).isEqualTo(Outcome.ERROR);
    assertThat(only().failure().orElseThrow().message()).contains("It did not answer");
  }

  @Test
  void aRefusedCallIsToldWhereOnlyItsConsequencesArePolledFor() throws Exception {
    run(
        Set.of("UTBL-BILL-003"),
        operation -> operation.equals("UpdateTable") ? UNKNOWN_OPERATION : ACTIVE);
    assertThat(only().outcome()).isEqualTo(Outcome.FAIL);
    assertThat(only().failure().orElseThrow().message()).startsWith("UpdateTable was refused");
  }

  @Test
  void aStoreThatDeclinesACapabilityIsUnsupported() throws Exception {
    RunSummary summary = run(Set.of("WIRE-AUTH-001"), operation -> OK);
    assertThat(only().outcome()).isEqualTo(Outcome.UNSUPPORTED);
    assertThat(only().reason().orElseThrow()).contains("no auth").contains("invented key");
    assertThat(summary.divergence()).isZero();
    assertThat(summary.coverage()).isZero();
  }

  @Test
  void aStoreThatDeclinesEveryOperationOfACapabilityInAWayOfItsOwnIsUnsupported() throws Exception {
    run(Set.of(REGISTER_TARGET), operation -> INVALID_ACTION);
    assertThat(only().outcome()).isEqualTo(Outcome.UNSUPPORTED);
    assertThat(only().reason().orElseThrow())
        .startsWith(
            "no application-auto-scaling: asked for DescribeScalableTargets, it answers 400");
  }

  @Test
  void aStoreThatDeclinesOneOperationOfACapabilityThatItHasFails() throws Exception {
    run(
        Set.of(REGISTER_TARGET),
        operation -> operation.equals("RegisterScalableTarget") ? INVALID_ACTION : ACTIVE);
    assertThat(only().outcome()).isEqualTo(Outcome.FAIL);
    assertThat(only().failure().orElseThrow().message()).contains("InvalidAction");
  }

  @Test
  void aStoreThatDeclinesAllButOneOperationOfACapabilityFails() throws Exception {
    run(
        Set.of(REGISTER_TARGET),
        operation ->
            operation.contains("Scal") && !operation.equals("DeleteScalingPolicy")
                ? INVALID_ACTION
                : ACTIVE);
    assertThat(only().outcome()).isEqualTo(Outcome.FAIL);
    assertThat(only().failure().orElseThrow().message()).contains("InvalidAction");
  }

  @Test
  void aStoreThatThrottlesByALeverDoesSoForAScenarioAndIsHealed() throws Exception {
    AtomicBoolean throttles = new AtomicBoolean();
    List<String> seen = new CopyOnWriteArrayList<>();
    try (FakeStore levers =
            new FakeStore(
                (call, body) -> {
                  throttles.set(call.startsWith("PUT") && body.equals("{\"on\":true}"));
                  seen.add(call);
                  return OK;
                });
        FakeStore store =
            new FakeStore(
                (operation, body) ->
                    operation.equals("PutItem") && throttles.get() ? THROTTLED : ACTIVE)) {
      SuiteSettings settings = settings(store, Set.of("CAP-THROTTLE-001"), false);
      RunSummary summary = new Suite(withLevers(settings, levers)).run(collector);
      assertThat(only().outcome()).as("%s", only()).isEqualTo(Outcome.PASS);
      assertThat(seen).containsExactly("PUT /levers/throttle", "POST /heal");
      assertThat(summary.coverage()).isEqualTo(1);
    }
  }

  @Test
  void aStoreWhoseLeversCannotThrottleIsAskedWhetherItDoesSoByItself() throws Exception {
    try (FakeStore levers = new FakeStore((call, body) -> new Reply(400, "{\"error\":\"no\"}"));
        FakeStore store = new FakeStore((operation, body) -> ACTIVE)) {
      SuiteSettings settings = settings(store, Set.of("CAP-THROTTLE-001"), false);
      var unused = new Suite(withLevers(settings, levers)).run(collector);
      assertThat(only().outcome()).isEqualTo(Outcome.UNSUPPORTED);
      assertThat(only().reason().orElseThrow()).startsWith("no throttling: ");
    }
  }

  @Test
  void aStoreThatDeclinesAnOperationThatEveryStoreHasFails() throws Exception {
    run(Set.of(GET_MISSING_TABLE), operation -> UNKNOWN_OPERATION);
    assertThat(only().outcome()).isEqualTo(Outcome.FAIL);
  }

  @Test
  void aTableThatCannotBeDeletedIsNamed() throws Exception {
    RunSummary summary =
        run(
            Set.of(GET_MISSING_TABLE),
            operation -> operation.equals("DeleteTable") ? NO_ANSWER : NOT_FOUND);
    assertThat(summary.count(Outcome.PASS)).isEqualTo(1);
    assertThat(summary.leftoverTables()).singleElement().asString().startsWith("unit-");
  }

  @Test
  void eachRequestSaysWhichScenarioItIsFor() throws Exception {
    try (FakeStore store = new FakeStore((operation, body) -> NOT_FOUND)) {
      new Suite(settings(store, Set.of(GET_MISSING_TABLE), false)).run(collector);
      assertThat(store.operations()).contains("GetItem", "DeleteTable");
      // What the suite clears away is its own: no fault or mutant may meet it.
      assertThat(store.scenarios()).containsOnly(GET_MISSING_TABLE, "suite");
    }
  }

  @Test
  void failFastBeginsNothingAfterTheFirstFailure() throws Exception {
    try (FakeStore store =
        new FakeStore((operation, body) -> operation.equals("DeleteTable") ? NOT_FOUND : OK)) {
      RunSummary summary =
          new Suite(settings(store, Set.of("GET-ERR-001", "PUT-ERR-001", "SCAN-BASIC-004"), true))
              .run(collector);
      assertThat(summary.total()).isEqualTo(3);
      assertThat(summary.count(Outcome.FAIL)).isEqualTo(1);
      assertThat(summary.notRun()).isEqualTo(2);
    }
  }

  @Test
  void aStoppedSuiteRunsNothingAndSaysSo() throws Exception {
    try (FakeStore store = new FakeStore((operation, body) -> NOT_FOUND)) {
      Suite suite = new Suite(settings(store, Set.of(GET_MISSING_TABLE), false));
      suite.stop();
      RunSummary summary = suite.run(collector);
      assertThat(summary.notRun()).isEqualTo(1);
      assertThat(store.operations()).isEmpty();
      assertThat(suite.cancel(Duration.ofSeconds(5))).isTrue();
    }
  }

  @Test
  void aScenarioInProgressIsBrokenOffWithoutAVerdict() throws Exception {
    AtomicReference<Suite> running = new AtomicReference<>();
    try (FakeStore store =
        new FakeStore(
            (operation, body) -> {
              if (operation.equals("DescribeTable")) {
                Objects.requireNonNull(running.get()).stop();
              }
              return OK;
            })) {
      running.set(new Suite(settings(store, Set.of("PUT-BASIC-001"), false)));
      RunSummary summary = Objects.requireNonNull(running.get()).run(collector);
      assertThat(summary.notRun()).isEqualTo(1);
      assertThat(collector.records).isEmpty();
      assertThat(store.operations()).containsExactly("CreateTable", "DescribeTable", "DeleteTable");
    }
  }

  @Test
  @Timeout(60)
  void aScenarioThatWaitsForItsAnswerIsBrokenOffToo() throws Exception {
    AtomicReference<Suite> running = new AtomicReference<>();
    CountDownLatch over = new CountDownLatch(1);
    try (FakeStore store =
        new FakeStore(
            (operation, body) -> {
              if (operation.equals("GetItem")) {
                Objects.requireNonNull(running.get()).stop();
                awaitUninterruptibly(over);
              }
              return NOT_FOUND;
            })) {
      SuiteSettings patient =
          withDeadline(settings(store, Set.of(GET_MISSING_TABLE), false), Duration.ofHours(1));
      running.set(new Suite(patient));
      try {
        RunSummary summary = Objects.requireNonNull(running.get()).run(collector);
        assertThat(summary.notRun()).isEqualTo(1);
        assertThat(collector.records).as("a verdict on what was given up").isEmpty();
        assertThat(store.operations()).containsExactly("GetItem", "DeleteTable");
      } finally {
        over.countDown();
      }
    }
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void theSelectionIsCheckedAgainstTheCatalogue() throws Exception {
    assertThat(Suite.catalogue(selection("@op:Query and @tier:core", Set.of())))
        .isNotEmpty()
        .allMatch(s -> s.tier() == Tier.CORE && s.operations().contains("Query"));
    assertThat(Suite.catalogue(selection("", Set.of("PUT-KEY-003")))).hasSizeGreaterThan(1);
    assertThat(Suite.catalogue(selection("", Set.of("PUT-KEY-003:list")))).hasSize(1);
    assertThatExceptionOfType(SelectionException.class)
        .isThrownBy(() -> Suite.catalogue(selection("", Set.of("NO-SUCH-001"))))
        .withMessage("no scenario has the id NO-SUCH-001");
    assertThatExceptionOfType(SelectionException.class)
        .isThrownBy(() -> Suite.catalogue(selection("@op:Nope", Set.of())))
        .withMessage("no scenario has the tag @op:Nope");
    assertThatExceptionOfType(SelectionException.class)
        .isThrownBy(() -> Suite.catalogue(selection("@op:Query and", Set.of())));
  }

  private ScenarioRecord only() {
    assertThat(collector.records).hasSize(1);
    return collector.records.getFirst();
  }

  private RunSummary run(Set<String> ids, Function<String, Reply> answers) throws Exception {
    try (FakeStore store = new FakeStore((operation, body) -> answers.apply(operation))) {
      return new Suite(settings(store, ids, false)).run(collector);
    }
  }

  private static SuiteSettings.Selection selection(String tags, Set<String> ids) {
    return new SuiteSettings.Selection(Optional.of(tags).filter(t -> !t.isEmpty()), ids, Set.of());
  }

  private static SuiteSettings settings(FakeStore store, Set<String> ids, boolean failFast) {
    return new SuiteSettings(
        Endpoint.of(store.uri(), "us-east-1"),
        List.of(),
        () -> AwsCredentialsIdentity.create("AKIAIOSFODNN7EXAMPLE", "secret"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        selection("", ids),
        1,
        failFast,
        "unit",
        42,
        Duration.ofSeconds(10),
        Duration.ofMillis(200));
  }

  private static SuiteSettings withDeadline(SuiteSettings settings, Duration request) {
    return with(settings, settings.levers(), request);
  }

  private static SuiteSettings withLevers(SuiteSettings settings, FakeStore levers) {
    return with(settings, Optional.of(levers.uri()), settings.requestDeadline());
  }

  private static SuiteSettings with(
      SuiteSettings settings, Optional<URI> levers, Duration request) {
    return new SuiteSettings(
        settings.endpoint(),
        settings.otherRegions(),
        settings.credentials(),
        settings.proxyControl(),
        settings.guarded(),
        levers,
        settings.selection(),
        settings.parallelism(),
        settings.failFast(),
        settings.tablePrefix(),
        settings.seed(),
        request,
        settings.tableDeadline());
  }
}
