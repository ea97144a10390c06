package dev.assay.cli.certify;

import dev.assay.features.result.Outcome;
import dev.assay.features.result.RunSummary;
import dev.assay.reports.Documents;
import java.io.PrintWriter;
import java.util.Locale;

/** What a run came to, as it is printed at its end. */
record Result(Store store, Plan plan, RunSummary summary, Documents documents) {
  void print(PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%s %s at %s, %s: %d scenarios in %.1f s, seed %d%n",
        store.name(),
        store.version(),
        store.endpoint(),
        plan.direct() ? "directly" : "through the proxy",
        summary.total(),
        summary.took().toMillis() / 1000.0,
        plan.seed());
    out.printf(
        "  passed %d, failed %d, unsupported %d, error %d%s%n",
        summary.count(Outcome.PASS),
        summary.count(Outcome.FAIL),
        summary.count(Outcome.UNSUPPORTED),
        summary.count(Outcome.ERROR),
        summary.notRun() == 0 ? "" : ", not run " + summary.notRun());
    if (summary.failedUnconfirmed() > 0) {
      out.printf(
          "  of the failed, %d are about a detail that no source confirms%n",
          summary.failedUnconfirmed());
    }
    out.printf(
        Locale.ROOT,
        "  divergence %.1f %%, coverage %.1f %%%n",
        100 * summary.divergence(),
        100 * summary.coverage());
    store.remark().ifPresent(remark -> out.println("  note: " + remark));
    if (!summary.leftoverTables().isEmpty()) {
      out.println(
          "  these tables could not be deleted: " + String.join(", ", summary.leftoverTables()));
    }
    out.println("  certificate  " + documents.certificate());
    out.println("  Allure       " + documents.allureReport());
    out.println("  JUnit XML    " + documents.junitXml());
  }
}
