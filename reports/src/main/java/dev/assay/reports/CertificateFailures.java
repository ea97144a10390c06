package dev.assay.reports;

import dev.assay.reports.event.Exchange;
import dev.assay.reports.event.Failure;
import dev.assay.reports.event.Outcome;
import dev.assay.reports.event.RunEvent.ScenarioFinished;
import dev.assay.reports.event.Scenario;
import dev.assay.reports.event.Step;
import java.util.List;

/** Every scenario that diverges or could not find out, with its evidence. */
final class CertificateFailures {

  /** Up to so many failures are unfolded at once; more make a page that nobody can scan. */
  private static final int UNFOLDED = 12;

  private CertificateFailures() {}

  static Html section(Run run) {
    List<ScenarioFinished> failures = run.with(Outcome.FAIL);
    List<ScenarioFinished> errors = run.with(Outcome.ERROR);
    return Html.join(
        List.of(
            list(run, "failures", "Divergences", failures), list(run, "errors", "Errors", errors)));
  }

  private static Html list(Run run, String id, String title, List<ScenarioFinished> verdicts) {
    boolean open = verdicts.size() <= UNFOLDED;
    return Html.of(
        """
        <section id="{}">
        <h2>{} <small>{}</small></h2>
        {}
        {}
        </section>
        """,
        id,
        title,
        CertificatePage.count(verdicts.size()),
        verdicts.isEmpty()
            ? Html.of("<p class=\"note\">None.</p>")
            : Html.of(
                "<p class=\"tools\" hidden><input type=\"search\" placeholder=\"Filter by id,"
                    + " operation, source, words\" aria-label=\"Filter\"><button"
                    + " type=\"button\">Fold all</button></p>"),
        Html.join(verdicts.stream().map(verdict -> finding(run, verdict, open)).toList()));
  }

  private static Html finding(Run run, ScenarioFinished verdict, boolean open) {
    Scenario scenario = verdict.scenario();
    return Html.of(
        """
        <details class="finding {}" id="{}"{}>
        <summary><code class="id">{}</code><span class="name">{}</span>\
        <span class="ops">{}</span><span class="tier">{}</span><span class="why">{}</span></summary>
        <blockquote>{}<cite>{}</cite></blockquote>
        {}
        {}
        <p class="rerun"><span>Run only this</span><code>{}</code></p>
        <p class="origin">{}:{} · seed {} · {}{}</p>
        </details>
        """,
        CertificatePage.label(verdict.outcome()),
        scenario.id(),
        Html.when(open, new Html(" open")),
        scenario.id(),
        scenario.name(),
        String.join(", ", scenario.operations()),
        scenario.tier(),
        verdict.reason(),
        scenario.requirement(),
        String.join(" · ", scenario.sources()),
        evidence(verdict),
        steps(verdict.steps()),
        scenario.rerunCommand(),
        scenario.feature(),
        scenario.line(),
        run.started().seed(),
        ExchangeText.millis(verdict.duration()),
        Html.when(scenario.unconfirmed(), new Html(" · <em>detail unconfirmed</em>")));
  }

  private static Html evidence(ScenarioFinished verdict) {
    Failure failure = verdict.failure();
    if (failure == null) {
      return Html.of("<p class=\"message\">{}</p>", verdict.reason());
    }
    Exchange exchange = failure.exchange();
    boolean sides = !failure.expected().isEmpty() || !failure.actual().isEmpty();
    return Html.join(
        List.of(
            Html.of("<p class=\"message\">{}</p>", failure.message()),
            Html.when(
                sides,
                Html.of(
                    "<div class=\"sides\"><div class=\"expected\"><h3>Expected</h3><pre>{}</pre>"
                        + "</div><div class=\"actual\"><h3>Actual</h3><pre>{}</pre></div></div>",
                    JsonText.indented(failure.expected()),
                    JsonText.indented(failure.actual()))),
            exchange == null ? Html.NOTHING : exchange(exchange)));
  }

  private static Html exchange(Exchange exchange) {
    return Html.of(
        """
        <details class="wire"><summary>Wire exchange: {} <small>{}</small></summary>
        <div class="sides"><div><h3>Request</h3><pre>{}</pre></div>\
        <div><h3>Response</h3><pre>{}</pre></div></div>
        </details>
        """,
        ExchangeText.title(exchange),
        ExchangeText.millis(exchange.elapsed()),
        ExchangeText.request(exchange.request()),
        ExchangeText.response(exchange));
  }

  private static Html steps(List<Step> steps) {
    if (steps.isEmpty()) {
      return Html.NOTHING;
    }
    return Html.of(
        "<details class=\"wire\"><summary>Steps <small>{}</small></summary><ol>{}</ol></details>",
        steps.size(),
        Html.join(steps.stream().map(CertificateFailures::step).toList()));
  }

  private static Html step(Step step) {
    return Html.of(
        "<li class=\"{}\"><b>{}</b> {} <small>{}</small></li>",
        switch (step.status()) {
          case PASSED -> "pass";
          case FAILED -> "fail";
          case BROKEN -> "error";
          case SKIPPED -> "unsupported";
        },
        step.keyword(),
        step.text(),
        ExchangeText.millis(step.duration()));
  }
}
