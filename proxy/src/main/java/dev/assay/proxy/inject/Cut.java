package dev.assay.proxy.inject;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.fault.EmptyPage;
import dev.assay.fault.Partial;
import dev.assay.fault.ShortPage;
import dev.assay.fault.UnprocessedItems;
import dev.assay.fault.UnprocessedKeys;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** What a partial fault makes of a request. */
public sealed interface Cut {

  /** The request goes to the store with less in it. */
  record Shortened(ObjectNode request, Consumer<ObjectNode> putBack) implements Cut {}

  /** The answer is known without the store. */
  record Answered(ObjectNode answer) implements Cut {}

  /** Nothing of the request is left. */
  record Everything() implements Cut {}

  /** The request has nothing that could be cut. */
  record Nothing() implements Cut {}

  /** Cuts a request, which is changed by it. */
  static Cut of(Partial fault, ObjectNode request, RandomGenerator random) {
    return switch (fault) {
      case UnprocessedItems(var chosen) -> BatchCut.writes(request, chosen, random);
      case UnprocessedKeys(var chosen) -> BatchCut.reads(request, chosen, random);
      case ShortPage(int limit) -> PageCut.shortened(request, limit);
      case EmptyPage() -> PageCut.emptied(request);
    };
  }
}
