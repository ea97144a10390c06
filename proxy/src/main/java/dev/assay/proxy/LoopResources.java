package dev.assay.proxy;

import dev.assay.fault.RuleBook;
import dev.assay.proxy.journal.Journal;
import dev.assay.proxy.mutant.Mutants;

/** What the exchanges of one event loop share. */
record LoopResources(
    ProxySettings settings,
    RuleBook rules,
    Journal journal,
    WallClock clock,
    UpstreamPool pool,
    RequestIds requestIds,
    Mutants mutants) {}
