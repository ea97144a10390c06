package dev.assay.reports;

import dev.assay.reports.event.Outcome;
import dev.assay.reports.event.RunEvent.ScenarioFinished;
import dev.assay.reports.event.Scenario;
import java.util.List;

/** What was declined, what is unconfirmed, and everything that was checked. */
final class CertificateLists {

  private CertificateLists() {}

  static Html sections(Run run) {
    return Html.join(List.of(unsupported(run), unconfirmed(run), everything(run)));
  }

  private static Html unsupported(Run run) {
    List<ScenarioFinished> verdicts = run.with(Outcome.UNSUPPORTED);
    return Html.of(
        """
        <section id="unsupported">
        <h2>Unsupported <small>{}</small></h2>
        {}
        </section>
        """,
        CertificatePage.count(verdicts.size()),
        verdicts.isEmpty()
            ? Html.of("<p class=\"note\">None.</p>")
            : table(
                Html.of("<th>Scenario</th><th></th><th>Needs</th><th>Reason</th>"),
                verdicts.stream()
                    .map(
                        verdict ->
                            Html.of(
                                "<td><code>{}</code></td><td>{}</td><td>{}</td><td>{}</td>",
                                verdict.scenario().id(),
                                verdict.scenario().name(),
                                String.join(", ", verdict.scenario().needs()),
                                verdict.reason()))
                    .toList()));
  }

  private static Html unconfirmed(Run run) {
    List<ScenarioFinished> verdicts = run.unconfirmed();
    if (verdicts.isEmpty()) {
      return Html.NOTHING;
    }
    return Html.of(
        """
        <section id="unconfirmed">
        <h2>Unconfirmed <small>{}</small></h2>
        <p class="note">The sources are sure of the direction and leave the exact detail open. They
        count like any other; read a failure among them with that in mind.</p>
        {}
        </section>
        """,
        CertificatePage.count(verdicts.size()),
        table(
            Html.of("<th>Scenario</th><th></th><th>Sources</th><th>Outcome</th>"),
            verdicts.stream()
                .map(
                    verdict ->
                        Html.of(
                            "<td><code>{}</code></td><td>{}</td><td>{}</td><td>{}</td>",
                            verdict.scenario().id(),
                            verdict.scenario().name(),
                            String.join(", ", verdict.scenario().sources()),
                            outcome(verdict)))
                .toList()));
  }

  private static Html everything(Run run) {
    return Html.of(
        """
        <section id="everything">
        <details>
        <summary><h2>Everything that was checked <small>{}</small></h2></summary>
        {}
        </details>
        </section>
        """,
        CertificatePage.count(run.finished().size()),
        table(
            Html.of("<th>Scenario</th><th></th><th>Sources</th><th>Time</th><th>Outcome</th>"),
            run.finished().stream().map(CertificateLists::checked).toList()));
  }

  private static Html checked(ScenarioFinished verdict) {
    Scenario scenario = verdict.scenario();
    return Html.of(
        "<td><code>{}</code></td><td>{}</td><td>{}</td><td class=\"time\">{}</td><td>{}</td>",
        scenario.id(),
        scenario.name(),
        String.join(", ", scenario.sources()),
        ExchangeText.millis(verdict.duration()),
        outcome(verdict));
  }

  private static Html outcome(ScenarioFinished verdict) {
    String label = CertificatePage.label(verdict.outcome());
    return switch (verdict.outcome()) {
      case FAIL, ERROR ->
          Html.of(
              "<a class=\"outcome {}\" href=\"#{}\">{}</a>", label, verdict.scenario().id(), label);
      case PASS, UNSUPPORTED -> Html.of("<span class=\"outcome {}\">{}</span>", label, label);
    };
  }

  private static Html table(Html head, List<Html> rows) {
    return Html.of(
        "<table class=\"list\"><thead><tr>{}</tr></thead><tbody>{}</tbody></table>",
        head,
        Html.join(rows.stream().map(row -> Html.of("<tr>{}</tr>", row)).toList()));
  }
}
