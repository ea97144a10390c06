package dev.assay.proxy;

import dev.assay.fault.RuleBook;
import dev.assay.proxy.journal.Journal;
import dev.assay.proxy.route.Router;
import dev.assay.proxy.sign.Resigner;
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
    RequestIds requestIds) {}
