package dev.assay.proxy;

import dev.assay.fault.RuleBook;
import dev.assay.proxy.journal.Journal;
import dev.assay.proxy.mutant.Mutants;
import dev.assay.proxy.route.Router;
import dev.assay.proxy.route.Upstream;
import dev.assay.proxy.sign.Resigner;
import dev.assay.proxy.sign.SignedScope;
import io.netty.handler.codec.http.HttpRequest;
import java.util.Optional;

/** What the exchanges of one event loop share. */
record LoopResources(
    ProxySettings settings,
    RuleBook rules,
    Journal journal,
    WallClock clock,
    Router router,
    UpstreamPools pools,
    Optional<Resigner> resigner,
    LateDeliveries late,
    RequestIds requestIds,
    Mutants mutants) {

  /** Where an exchange goes: chosen when it is first asked, and the same from then on. */
  Optional<Upstream> route(HttpRequest request, ExchangeNotes notes) {
    Optional<Upstream> already = notes.route();
    if (already.isPresent()) {
      return already;
    }
    Optional<Upstream> chosen = router.choose(SignedScope.region(request.headers()));
    chosen.ifPresent(notes::routedTo);
    return chosen;
  }
}
