package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The reasons of a cancelled transaction come in the opposite order. */
final class ShuffleReasons implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    if (reply.body().path("CancellationReasons") instanceof ArrayNode reasons) {
      List<JsonNode> all = new ArrayList<>();
      reasons.forEach(all::add);
      Collections.reverse(all);
      reasons.removeAll();
      reasons.addAll(all);
    }
    return reply;
  }
}
