package dev.assay.reports;

import dev.assay.reports.event.MutantEvent.MutantFinished;
import dev.assay.reports.event.MutantEvent.TrialStarted;
import dev.assay.reports.event.MutantEvent.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The matrix of mutants and scenarios for people: one page without script or network. */
final class MutantPage {
  private static final String OWN_STYLE =
      """
      .mutants th, .mutants td { text-align: left; vertical-align: top; }
      .mutants td.n { text-align: right; }
      .mutants tr.bad th, .mutants tr.bad td { background: var(--fail-sunk); }
      .mutants small { color: var(--soft); display: block; }
      """;

  private final MutantTrial trial;

  private MutantPage(MutantTrial trial) {
    this.trial = trial;
  }

  static void write(MutantTrial trial, Path file) throws IOException {
    Files.writeString(file, new MutantPage(trial).page().markup());
  }

  private Html page() throws IOException {
    TrialStarted started = trial.started();
    return Html.of(
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="generator" content="Assay {}">
        <title>{} · Assay mutants</title>
        <style>
        {}
        {}
        </style>
        </head>
        <body>
        <main>
        <header>
        <p class="mark"><span>Assay</span> Mutants · is the suite able to notice?</p>
        <h1>{} <small>{}</small></h1>
        <p class="where">Assay {} ({}) · seed <code>{}</code> · {} · <code>{}</code></p>
        <p class="verdict {}">{}</p>
        </header>
        {}
        {}
        {}
        {}
        {}
        </main>
        </body>
        </html>
        """,
        started.build().version(),
        started.target().name(),
        style(),
        new Html(OWN_STYLE),
        started.target().name(),
        started.target().version(),
        started.build().version(),
        started.build().commit(),
        started.seed(),
        ExchangeText.millis(trial.duration()),
        started.commandLine(),
        holes() > 0 ? "bad" : trial.interrupted() ? "open" : "good",
        verdict(),
        mutants("Survived", "A hole in the suite each.", Verdict.SURVIVED),
        mutants(
            "Not exercised",
            "No scenario made a request that these could change.",
            Verdict.NOT_EXERCISED),
        mutants("Waiting", "It is known which scenarios are missing.", Verdict.WAITING),
        mutants("Caught", howMuchWasRun(), Verdict.CAUGHT),
        scenarios());
  }

  private int holes() {
    return trial.with(Verdict.SURVIVED).size() + trial.with(Verdict.NOT_EXERCISED).size();
  }

  private String verdict() {
    int all = trial.started().mutants().size();
    String text =
        "%d of %d mutants caught, %d survived, %d not exercised, %d waiting."
            .formatted(
                trial.with(Verdict.CAUGHT).size(),
                all,
                trial.with(Verdict.SURVIVED).size(),
                trial.with(Verdict.NOT_EXERCISED).size(),
                trial.with(Verdict.WAITING).size());
    return trial.interrupted()
        ? text + " The trial ended after " + trial.finished().size() + " of " + all + "."
        : text;
  }

  private String howMuchWasRun() {
    int enough = trial.started().enough();
    return enough == 0
        ? "Every scenario was run on every mutant."
        : "A mutant was left once " + enough + " scenarios had failed on it.";
  }

  private Html mutants(String title, String note, Verdict verdict) {
    List<MutantFinished> some = trial.with(verdict);
    List<Html> rows = new ArrayList<>();
    for (MutantFinished mutant : some) {
      rows.add(
          Html.of(
              """
              <tr class="{}"><th scope="row"><code>{}</code><small>{}</small></th>
              <td class="n">{}</td><td class="n">{}</td><td>{}</td></tr>\
              """,
              verdict == Verdict.CAUGHT || verdict == Verdict.WAITING ? "ok" : "bad",
              mutant.mutant(),
              trial.claim(mutant),
              mutant.changedExchanges(),
              mutant.ran().size(),
              verdict == Verdict.WAITING
                  ? "waits for " + trial.waitingFor(mutant)
                  : String.join(", ", mutant.killers())));
    }
    return Html.when(
        !some.isEmpty(),
        Html.of(
            """
            <section><h2>{} <small>{}</small></h2><p class="note">{}</p>
            <table class="mutants"><thead><tr><th>mutant</th><th>exchanges changed</th>
            <th>scenarios run</th><th>caught by</th></tr></thead><tbody>
            {}
            </tbody></table></section>\
            """,
            title,
            some.size(),
            note,
            Html.join(rows)));
  }

  private Html scenarios() {
    List<Html> killers = new ArrayList<>();
    List<String> harmless = new ArrayList<>();
    for (MutantTrial.Worth worth : trial.worths()) {
      if (worth.kills() > 0) {
        killers.add(
            Html.of(
                "<tr><th scope=\"row\"><code>{}</code><small>{}</small></th><td class=\"n\">{}</td>"
                    + "<td class=\"n\">{}</td></tr>",
                worth.scenario().id(),
                worth.scenario().name(),
                worth.kills(),
                worth.tried()));
      } else if (worth.tried() > 0) {
        harmless.add(worth.scenario().id());
      }
    }
    return Html.of(
        """
        <section><h2>Scenarios <small>{} have caught a mutant</small></h2>
        <table class="mutants"><thead><tr><th>scenario</th><th>caught</th><th>run on</th></tr></thead>
        <tbody>
        {}
        </tbody></table></section>
        <section><h2>Never caught anything <small>{}</small></h2>
        <p class="note">They ran on at least one mutant and failed on none. Some ask about what no
        mutant changes; others may be too lenient.</p>
        <details><summary>Their ids</summary><p><code>{}</code></p></details></section>\
        """,
        killers.size(),
        Html.join(killers),
        harmless.size(),
        String.join(", ", harmless));
  }

  private static Html style() throws IOException {
    try (InputStream in = MutantPage.class.getResourceAsStream("certificate.css")) {
      return new Html(
          new String(
              Objects.requireNonNull(in, "certificate.css").readAllBytes(),
              StandardCharsets.UTF_8));
    }
  }
}
