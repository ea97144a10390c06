package dev.assay.features.workload;

import dev.assay.features.history.Call;
import dev.assay.features.history.Seen;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Transfers between accounts that must not be overdrawn, and snapshots of all accounts. */
final class Bank implements Workload {
  private static final String BALANCE = "balance";

  @Override
  public String name() {
    return "bank";
  }

  @Override
  public String about() {
    return "transfers between accounts (TransactWriteItems) and snapshots of all of them";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("accounts", "accounts, all of which a snapshot reads", 8, 2, 100),
        new Parameter(BALANCE, "what each account begins with", 100, 1, 1_000_000_000),
        new Parameter("amount", "largest transfer", 10, 1, 1_000_000_000),
        new Parameter("snapshots", "share of snapshots, in percent", 30, 0, 100));
  }

  @Override
  public List<String> checkers(int regions) {
    // Between regions the last writer of a balance wins, and money is lost by right.
    return regions > 1 ? List.of("convergence") : List.of("conservation");
  }

  @Override
  public boolean transactional() {
    return true;
  }

  @Override
  public Traffic traffic(Chosen chosen) {
    return new BankTraffic(chosen);
  }

  private record BankTraffic(Chosen chosen) implements Traffic {
    private static String account(int number) {
      return "account-" + number;
    }

    private List<String> accounts() {
      return IntStream.range(0, chosen.number("accounts")).mapToObj(BankTraffic::account).toList();
    }

    @Override
    public void fill(Asking admin) {
      for (String account : accounts()) {
        Map<String, AttributeValue> item = new HashMap<>(Items.keyOf(account));
        item.put(BALANCE, Items.number(chosen.number(BALANCE)));
        admin
            .sdk()
            .putItem(
                put ->
                    put.tableName(chosen.table())
                        .item(item)
                        .overrideConfiguration(admin.override()));
      }
    }

    @Override
    public Call next(SplittableRandom random, Session session, long number) {
      if (chosen.share("snapshots", random.nextInt(100))) {
        return new Call.Snapshot(accounts());
      }
      int accounts = chosen.number("accounts");
      int from = random.nextInt(accounts);
      int to = (from + 1 + random.nextInt(accounts - 1)) % accounts;
      return new Call.Transfer(
          account(from), account(to), 1 + random.nextInt(chosen.number("amount")));
    }

    @Override
    public Seen perform(Call call, Asking asking) {
      return switch (call) {
        case Call.Transfer move -> transfer(move, asking);
        case Call.Snapshot snapshot -> snapshot(snapshot, asking);
        case Call.Read other -> throw Items.foreign(call);
        case Call.Write other -> throw Items.foreign(call);
        case Call.Cas other -> throw Items.foreign(call);
        case Call.Add other -> throw Items.foreign(call);
        case Call.Insert other -> throw Items.foreign(call);
        case Call.Transaction other -> throw Items.foreign(call);
        case Call.TakeRecords other -> throw Items.foreign(call);
      };
    }

    private Seen transfer(Call.Transfer move, Asking asking) {
      Map<String, AttributeValue> amount = Map.of(":amount", Items.number(move.amount()));
      TransactWriteItem from =
          TransactWriteItem.builder()
              .update(
                  u ->
                      u.tableName(chosen.table())
                          .key(Items.keyOf(move.from()))
                          .updateExpression("SET balance = balance - :amount")
                          .conditionExpression("balance >= :amount")
                          .expressionAttributeValues(amount))
              .build();
      TransactWriteItem to =
          TransactWriteItem.builder()
              .update(
                  u ->
                      u.tableName(chosen.table())
                          .key(Items.keyOf(move.to()))
                          .updateExpression("SET balance = balance + :amount")
                          .expressionAttributeValues(amount))
              .build();
      asking
          .sdk()
          .transactWriteItems(
              w -> w.transactItems(from, to).overrideConfiguration(asking.override()));
      return Seen.nothing();
    }

    private Seen snapshot(Call.Snapshot snapshot, Asking asking) {
      List<TransactGetItem> gets =
          snapshot.keys().stream()
              .map(
                  key ->
                      TransactGetItem.builder()
                          .get(g -> g.tableName(chosen.table()).key(Items.keyOf(key)))
                          .build())
              .toList();
      List<ItemResponse> responses =
          asking
              .sdk()
              .transactGetItems(g -> g.transactItems(gets).overrideConfiguration(asking.override()))
              .responses();
      Map<String, Long> balances = new LinkedHashMap<>();
      for (int n = 0; n < responses.size(); n++) {
        AttributeValue balance = responses.get(n).item().get(BALANCE);
        if (balance != null) {
          balances.put(snapshot.keys().get(n), Long.valueOf(balance.n()));
        }
      }
      return new Seen.Values(balances);
    }

    @Override
    public List<Call> last() {
      return List.of(new Call.Snapshot(accounts()));
    }
  }
}
