package dev.assay.engine.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.engine.BackgroundSettings;
import dev.assay.engine.EngineFixture;
import dev.assay.engine.EngineSettings;
import dev.assay.engine.ManualClock;
import dev.assay.engine.ManualScheduler;
import dev.assay.engine.objects.FolderStore;
import dev.assay.engine.recovery.RecoverySettings;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sends mutated requests of every operation. {@code -Dassay.fuzz.requests=N} sets how many, {@code
 * -Dassay.fuzz.seed=N} which; a failure prints its seed and the request.
 */
class EngineFuzzTest {
  private static final Set<Integer> ALLOWED = Set.of(200, 400, 404, 413);
  private static final int REQUESTS = Integer.getInteger("assay.fuzz.requests", 4_000);
  private static final long SEED = Long.getLong("assay.fuzz.seed", 20_261_122L);
  private static final int REPORT_EVERY = Math.max(10_000, REQUESTS / 10);
  private static final List<String> REGIONS = List.of("us-east-1", "us-east-2", "us-west-2");
  private static final String JSON_10 = "application/x-amz-json-1.0";
  private static final String JSON_11 = "application/x-amz-json-1.1";
  private static final long STACK_BYTES = 64L << 20;
  private static final int MAX_DEPTH = 10_000;

  private final ObjectMapper json =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
              .streamWriteConstraints(
                  StreamWriteConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
              .build());
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void noRequestHowEverMalformedMakesTheEngineFailOrHang(@TempDir Path buckets) throws Exception {
    FutureTask<?> fuzzing = new FutureTask<>(() -> fuzz(buckets));
    // Values nested in nested ones are copied recursively here; the engine has its own threads.
    new Thread(null, fuzzing, "fuzzer", STACK_BYTES).start();
    fuzzing.get();
  }

  private @Nullable Void fuzz(Path buckets) throws Exception {
    ManualClock clock = ManualClock.atNoon();
    ManualScheduler scheduler = new ManualScheduler(clock);
    try (EngineFixture engine =
        EngineFixture.start(
            EngineSettings.defaults()
                .withClock(clock)
                .withRecovery(
                    RecoverySettings.defaults().withObjects(() -> new FolderStore(buckets)))
                .withBackground(BackgroundSettings.defaults().withScheduler(scheduler)))) {
      List<SeedRequests.Seed> seeds = SeedRequests.all();
      sendUnchanged(engine, seeds);
      List<Long> heapsInUse = new ArrayList<>();
      Random random = new Random(SEED);
      Mutation mutation = new Mutation(random, json);
      Map<String, String> failures = new LinkedHashMap<>();
      for (int i = 1; i <= REQUESTS; i++) {
        SeedRequests.Seed seed = seeds.get(random.nextInt(seeds.size()));
        JsonNode request = mutation.of(json.readTree(seed.body()));
        byte[] body = mutation.bytesOf(request);
        int status = send(engine, seed.target(), body);
        if (!ALLOWED.contains(status) || !engine.accidents().isEmpty()) {
          failures.putIfAbsent(
              status + " " + cause(engine.accidents()),
              "request " + i + ", " + seed.target() + ": " + new String(body, UTF_8));
          engine.accidents().clear();
        }
        if (i % REPORT_EVERY == 0) {
          // Restores end, and with them the use of their backups.
          scheduler.advance(Duration.ofMinutes(1));
          deleteEverything(engine);
          // Records of streams stay for a day, what deleted tables leave behind for 35, jobs for
          // 90.
          scheduler.advance(Duration.ofDays(100));
          heapsInUse.add(heapInUse(i));
          sendUnchanged(engine, seeds);
        }
      }
      assertThat(failures).as("seed %d", SEED).isEmpty();
      assertFlat(heapsInUse);
    }
    return null;
  }

  private void sendUnchanged(EngineFixture engine, List<SeedRequests.Seed> seeds) throws Exception {
    for (SeedRequests.Seed seed : seeds) {
      byte[] body = json.readTree(seed.body()).toString().getBytes(UTF_8);
      assertThat(send(engine, seed.target(), body)).as(seed.target()).isIn(ALLOWED);
    }
  }

  private void deleteEverything(EngineFixture engine) throws Exception {
    for (String region : REGIONS) {
      for (JsonNode name : call(engine, region, "ListTables", "{}").path("TableNames")) {
        String table = "{'TableName':'" + name.asText() + "'";
        call(engine, region, "UpdateTable", table + ",'DeletionProtectionEnabled':false}");
        call(engine, region, "DeleteTable", table + "}");
      }
      for (JsonNode backups = backups(engine, region);
          !backups.isEmpty();
          backups = backups(engine, region)) {
        for (JsonNode backup : backups) {
          String arn = backup.path("BackupArn").asText();
          JsonNode deleted = call(engine, region, "DeleteBackup", "{'BackupArn':'" + arn + "'}");
          assertThat(deleted.has("BackupDescription")).as("%s", deleted).isTrue();
        }
      }
    }
  }

  /** A page of those that a user made; those of the system go by themselves. */
  private JsonNode backups(EngineFixture engine, String region) throws Exception {
    return call(engine, region, "ListBackups", "{'BackupType':'USER'}").path("BackupSummaries");
  }

  private JsonNode call(EngineFixture engine, String region, String operation, String body)
      throws Exception {
    String target = "DynamoDB_20120810." + operation;
    byte[] bytes = body.replace('\'', '"').getBytes(UTF_8);
    return json.readTree(post(engine, region, target, bytes).body());
  }

  /** With all tables gone, what is held after many requests is what was held after few. */
  private static void assertFlat(List<Long> heapsInUse) {
    if (heapsInUse.size() >= 4) {
      long early = heapsInUse.get(1);
      assertThat(heapsInUse.getLast())
          .as("MiB in use, at first %s", heapsInUse)
          .isLessThanOrEqualTo(early + Math.max(4, early / 4));
    }
  }

  private int send(EngineFixture engine, String target, byte[] body) throws Exception {
    HttpResponse<byte[]> response = post(engine, REGIONS.getFirst(), target, body);
    if (response.body().length > 0 && response.statusCode() != 404) {
      json.readTree(response.body());
    }
    return response.statusCode();
  }

  private HttpResponse<byte[]> post(EngineFixture engine, String region, String target, byte[] body)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(engine.uri())
            // A request that takes longer hangs: the client then throws and the test fails.
            .timeout(Duration.ofSeconds(60))
            .header("X-Amz-Target", target)
            .header("Content-Type", target.startsWith("AnyScale") ? JSON_11 : JSON_10)
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=fuzz/20261001/"
                    + region
                    + "/dynamodb/aws4_request, SignedHeaders=host, Signature=0")
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return client.send(request, BodyHandlers.ofByteArray());
  }

  /** Where the first accident happened, which tells one defect from another. */
  private static String cause(List<Throwable> accidents) {
    if (accidents.isEmpty()) {
      return "";
    }
    Throwable accident = accidents.get(0);
    for (StackTraceElement frame : accident.getStackTrace()) {
      if (frame.getClassName().startsWith("dev.assay.")) {
        return accident + " at " + frame;
      }
    }
    return accident.toString();
  }

  /** MiB in use after a collection. */
  private static long heapInUse(int requests) {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    long mib = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    System.out.printf("%d requests, %d MiB of heap in use without tables%n", requests, mib);
    return mib;
  }
}
