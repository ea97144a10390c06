package dev.assay.features.workload;

import dev.assay.features.history.Call;
import dev.assay.features.history.Call.Step;
import dev.assay.features.history.Reading;
import dev.assay.features.history.Seen;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Transactions that append to several lists at once, and others that read several at once. */
final class ListAppend implements Workload {
  private static final String LIST = "list";

  @Override
  public String name() {
    return "list-append";
  }

  @Override
  public String about() {
    return "transactions that append to lists (TransactWriteItems) and read them"
        + " (TransactGetItems)";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("keys", "lists that are appended to at a time", 6, 1, 1_000),
        new Parameter(
            "length", "appends to a list before a new one takes its place", 100, 10, 5_000),
        new Parameter("items", "lists in a transaction at most", 3, 1, 25),
        new Parameter("reads", "share of transactions that read, in percent", 50, 0, 100));
  }

  @Override
  public List<String> checkers(int regions) {
    return regions > 1
        ? List.of("convergence")
        : List.of("serializability", "lost-writes", "duplicates");
  }

  @Override
  public boolean transactional() {
    return true;
  }

  @Override
  public Traffic traffic(Chosen chosen) {
    return new ListTraffic(chosen, new ConcurrentSkipListSet<>());
  }

  private record ListTraffic(Chosen chosen, Set<String> used) implements Traffic {
    @Override
    public Call next(SplittableRandom random, Session session, long number) {
      int keys = chosen.number("keys");
      long generation = number / ((long) keys * chosen.number("length"));
      int size = Math.min(keys, 1 + random.nextInt(chosen.number("items")));
      int first = random.nextInt(keys);
      boolean reads = chosen.share("reads", random.nextInt(100));
      List<Step> steps = new ArrayList<>();
      for (int n = 0; n < size; n++) {
        String key = "l" + generation + "-" + (first + n) % keys;
        used.add(key);
        steps.add(reads ? new Step.ReadList(key) : new Step.Append(key, number + 1));
      }
      return new Call.Transaction(List.copyOf(steps), Reading.STRONG);
    }

    @Override
    public Seen perform(Call call, Asking asking) {
      if (!(call instanceof Call.Transaction txn)) {
        throw Items.foreign(call);
      }
      if (txn.changes()) {
        append(txn, asking);
        return Seen.nothing();
      }
      return txn.steps().size() == 1
          ? new Seen.Lists(Map.of(txn.steps().getFirst().key(), readOne(txn, asking)))
          : readAll(txn, asking);
    }

    private void append(Call.Transaction txn, Asking asking) {
      List<TransactWriteItem> writes = new ArrayList<>();
      for (Step step : txn.steps()) {
        if (step instanceof Step.Append append) {
          writes.add(
              TransactWriteItem.builder()
                  .update(
                      u ->
                          u.tableName(chosen.table())
                              .key(Items.keyOf(append.key()))
                              .updateExpression(
                                  "SET #l = list_append(if_not_exists(#l, :none), :one)")
                              .expressionAttributeNames(Map.of("#l", LIST))
                              .expressionAttributeValues(
                                  Map.of(
                                      ":none",
                                      AttributeValue.fromL(List.of()),
                                      ":one",
                                      AttributeValue.fromL(List.of(Items.number(append.value()))))))
                  .build());
        }
      }
      asking
          .sdk()
          .transactWriteItems(
              w -> w.transactItems(writes).overrideConfiguration(asking.override()));
    }

    private List<Long> readOne(Call.Transaction txn, Asking asking) {
      return list(
          asking
              .sdk()
              .getItem(
                  get ->
                      get.tableName(chosen.table())
                          .key(Items.keyOf(txn.steps().getFirst().key()))
                          .consistentRead(txn.how() != Reading.EVENTUAL)
                          .overrideConfiguration(asking.override()))
              .item());
    }

    private Seen readAll(Call.Transaction txn, Asking asking) {
      List<TransactGetItem> gets =
          txn.steps().stream()
              .map(
                  step ->
                      TransactGetItem.builder()
                          .get(g -> g.tableName(chosen.table()).key(Items.keyOf(step.key())))
                          .build())
              .toList();
      List<ItemResponse> responses =
          asking
              .sdk()
              .transactGetItems(g -> g.transactItems(gets).overrideConfiguration(asking.override()))
              .responses();
      Map<String, List<Long>> lists = new LinkedHashMap<>();
      for (int n = 0; n < responses.size(); n++) {
        lists.put(txn.steps().get(n).key(), list(responses.get(n).item()));
      }
      return new Seen.Lists(lists);
    }

    private static List<Long> list(Map<String, AttributeValue> item) {
      AttributeValue list = item.get(LIST);
      return list == null
          ? List.of()
          : list.l().stream().map(element -> Long.valueOf(element.n())).toList();
    }

    @Override
    public List<Call> last() {
      return used.stream()
          .<Call>map(key -> new Call.Transaction(List.of(new Step.ReadList(key)), Reading.FINAL))
          .toList();
    }
  }
}
