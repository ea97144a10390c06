package dev.assay.features.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.features.FakeStore;
import dev.assay.features.FakeStore.Reply;
import dev.assay.features.notation.Divergence;
import dev.assay.features.notation.Json;
import dev.assay.features.poll.Poll;
import dev.assay.features.wire.Endpoint;
import dev.assay.features.wire.Signer;
import dev.assay.features.wire.StoreClient;
import dev.assay.features.wire.Wire;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

class TablesTest {
  private static final TableSchema SCHEMA =
      new TableSchema(
          (ObjectNode)
              Json.parse(
                  "{\"KeySchema\":[{\"AttributeName\":\"pk\",\"KeyType\":\"HASH\"}],"
                      + "\"AttributeDefinitions\":[{\"AttributeName\":\"pk\",\"AttributeType\":\"S\"}]}"));

  /** Tables by name, with how many describes it takes until each is ACTIVE. */
  private final Map<String, AtomicInteger> existing = new ConcurrentHashMap<>();

  private final Map<String, AtomicInteger> items = new ConcurrentHashMap<>();
  private final Set<String> isProtected = ConcurrentHashMap.newKeySet();
  private boolean scansFail;

  private FakeStore store;
  private Wire wire;
  private StoreClient client;
  private Tables tables;

  @BeforeEach
  void start() throws IOException {
    store = new FakeStore(this::answer);
    wire = new Wire(Clock.systemUTC(), Duration.ofSeconds(10));
    Signer signer =
        new Signer(() -> AwsCredentialsIdentity.create("a", "b"), "us-east-1", Clock.systemUTC());
    client = new StoreClient(wire, Endpoint.of(store.uri(), "us-east-1"), signer, "X", e -> {});
    tables = new Tables("unit", Poll.real(), Duration.ofSeconds(5));
  }

  @AfterEach
  void stop() {
    wire.close();
    store.close();
  }

  private Reply answer(String operation, String body) {
    JsonNode request = Json.parse(body);
    String table =
        request
            .path("TableName")
            .asText(
                request.path("RequestItems").fieldNames().hasNext()
                    ? request.path("RequestItems").fieldNames().next()
                    : "");
    return switch (operation) {
      case "CreateTable" -> {
        if (existing.putIfAbsent(table, new AtomicInteger(2)) != null) {
          yield refused("ResourceInUseException");
        }
        items.put(table, new AtomicInteger());
        yield new Reply(200, "{}");
      }
      case "DescribeTable" ->
          existing.containsKey(table)
              ? new Reply(
                  200,
                  "{\"Table\":{\"TableStatus\":\""
                      + (Objects.requireNonNull(existing.get(table)).decrementAndGet() <= 0
                          ? "ACTIVE"
                          : "CREATING")
                      + "\"}}")
              : refused("ResourceNotFoundException");
      case "DeleteTable" -> {
        if (isProtected.contains(table)) {
          yield refused("ValidationException");
        }
        yield existing.remove(table) == null
            ? refused("ResourceNotFoundException")
            : new Reply(200, "{}");
      }
      case "UpdateTable" -> {
        isProtected.remove(table);
        yield new Reply(200, "{}");
      }
      case "Scan" ->
          scansFail
              ? refused("ValidationException")
              : new Reply(
                  200,
                  "{\"Items\":["
                      + (Objects.requireNonNull(items.get(table)).get() > 0
                          ? "{\"pk\":{\"S\":\"a\"}}"
                          : "")
                      + "]}");
      case "BatchWriteItem" -> {
        Objects.requireNonNull(items.get(table)).decrementAndGet();
        yield new Reply(200, "{}");
      }
      default -> refused("UnknownOperationException");
    };
  }

  private static Reply refused(String type) {
    return new Reply(400, "{\"__type\":\"x#" + type + "\"}");
  }

  @Test
  void aTableThatTheStoreLostIsNotLentAgain() throws Exception {
    Tables.Lease first = tables.lease(client, SCHEMA);
    tables.giveBack(client, first);
    existing.clear();
    tables.doubt();
    Tables.Lease second = tables.lease(client, SCHEMA);
    assertThat(second.table()).isNotEqualTo(first.table());
    tables.giveBack(client, second);
    tables.doubt();
    assertThat(tables.lease(client, SCHEMA).table()).isEqualTo(second.table());
  }

  @Test
  void aLeasedTableIsActive() throws Exception {
    Tables.Lease lease = tables.lease(client, SCHEMA);
    assertThat(Objects.requireNonNull(existing.get(lease.table())).get()).isZero();
    assertThat(lease.table()).startsWith("unit-");
  }

  @Test
  void aTableGivenBackIsEmptiedAndLentAgain() throws Exception {
    Tables.Lease first = tables.lease(client, SCHEMA);
    Objects.requireNonNull(items.get(first.table())).set(3);
    tables.giveBack(client, first);
    assertThat(Objects.requireNonNull(items.get(first.table())).get()).isZero();
    assertThat(tables.lease(client, SCHEMA)).isEqualTo(first);
  }

  @Test
  void aTableIsLentToOneAtATime() throws Exception {
    assertThat(tables.lease(client, SCHEMA)).isNotEqualTo(tables.lease(client, SCHEMA));
  }

  @Test
  void aTableThatCannotBeEmptiedIsDeleted() throws Exception {
    Tables.Lease lease = tables.lease(client, SCHEMA);
    scansFail = true;
    tables.giveBack(client, lease);
    assertThat(existing).isEmpty();
  }

  @Test
  void closingDeletesWhatIsLeftAndRefusesNewTables() throws Exception {
    Tables.Lease lease = tables.lease(client, SCHEMA);
    isProtected.add(lease.table());
    tables.note("unit-never-created");
    assertThat(tables.close(client)).isEmpty();
    assertThat(existing).isEmpty();
    assertThatIllegalStateException().isThrownBy(() -> tables.lease(client, SCHEMA));
  }

  @Test
  void aStoreThatRefusesTheTableDiverges() throws Exception {
    try (FakeStore refusing = new FakeStore((operation, body) -> refused("ValidationException"))) {
      StoreClient other =
          new StoreClient(
              wire,
              Endpoint.of(refusing.uri(), "us-east-1"),
              client.signer(),
              "X",
              e -> {},
              () -> {});
      assertThatExceptionOfType(Divergence.class).isThrownBy(() -> tables.lease(other, SCHEMA));
    }
  }
}
