package dev.assay.proxy.mutant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One exchange under mutants. What they leave alone goes through as the bytes that it was, so that
 * only what they mean to change differs.
 */
final class MutantRun {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final StoreWire upstream;
  private final String operation;
  private final String region;
  private final byte[] bytes;
  private final List<Received> received = new ArrayList<>();
  private int sent;
  private boolean requestChanged;

  private record Received(int status, Optional<ObjectNode> body) {}

  /** What came of it, and whether a mutant has changed anything. */
  record Result(Outcome outcome, boolean changed) {}

  MutantRun(StoreWire upstream, String operation, String region, byte[] bytes) {
    this.upstream = upstream;
    this.operation = operation;
    this.region = region;
    this.bytes = bytes;
  }

  Result run(List<Behaviour> behaviours) {
    Optional<ObjectNode> body = object(bytes);
    if (body.isEmpty()) {
      upstream.exchange(operation, bytes);
      return new Result(new Outcome.Untouched(0), false);
    }
    Store store = wire(body.get());
    for (Behaviour behaviour : behaviours) {
      store = behind(behaviour, store);
    }
    Reply reply = store.send(new Call(operation, body.get().deepCopy(), region));
    int same = placeOf(reply);
    boolean changed = requestChanged || sent != 1 || same < 0;
    return new Result(
        same >= 0
            ? new Outcome.Untouched(same)
            : new Outcome.Changed(reply.status(), write(reply.body()), reply.headers()),
        changed);
  }

  private int placeOf(Reply reply) {
    if (!reply.headers().isEmpty()) {
      return -1;
    }
    for (int i = received.size() - 1; i >= 0; i--) {
      Received answer = received.get(i);
      ObjectNode body = answer.body().orElseGet(JSON::createObjectNode);
      if (answer.status() == reply.status() && body.equals(reply.body())) {
        return i;
      }
    }
    return -1;
  }

  private static Store behind(Behaviour behaviour, Store store) {
    return new Store() {
      @Override
      public Reply send(Call call) {
        return behaviour.answer(call, store);
      }

      @Override
      public Reply look(Call call) {
        return store.look(call);
      }
    };
  }

  private Store wire(ObjectNode asked) {
    return new Store() {
      @Override
      public Reply send(Call call) {
        sent++;
        boolean same = call.operation().equals(operation) && call.body().equals(asked);
        requestChanged |= !same;
        return exchange(call.operation(), same ? bytes : write(call.body()));
      }

      @Override
      public Reply look(Call call) {
        return exchange(call.operation(), write(call.body()));
      }
    };
  }

  private Reply exchange(String asked, byte[] body) {
    StoreWire.Answer answer = upstream.exchange(asked, body);
    Optional<ObjectNode> read = object(answer.body());
    received.add(new Received(answer.status(), read));
    return new Reply(
        answer.status(),
        read.map(ObjectNode::deepCopy).orElseGet(JSON::createObjectNode),
        Map.of());
  }

  private static Optional<ObjectNode> object(byte[] json) {
    try {
      JsonNode read = JSON.readTree(json);
      return read instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    } catch (IOException e) {
      // What is no JSON is the store's to refuse.
      return Optional.empty();
    }
  }

  private static byte[] write(ObjectNode json) {
    try {
      return JSON.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }
}
