package dev.assay.reports;

import dev.assay.reports.event.AssayBuild;
import dev.assay.reports.event.Outcome;
import dev.assay.reports.event.RunEvent.RunStarted;
import dev.assay.reports.event.Selection;
import dev.assay.reports.event.Target;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The certificate for people: one page that needs no server, no network and no script. The script
 * that it carries only filters and unfolds.
 */
final class CertificatePage {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Run run;
  private final Tally tally;

  private CertificatePage(Run run) {
    this.run = run;
    this.tally = run.tally();
  }

  static void write(Run run, Path file) throws IOException {
    Files.writeString(file, new CertificatePage(run).page().markup());
  }

  private Html page() throws IOException {
    return Html.of(
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="generator" content="Assay {}">
        <title>{} · Assay certificate</title>
        <style>
        {}
        </style>
        </head>
        <body>
        <main>
        {}
        {}
        {}
        {}
        {}
        </main>
        <script>
        {}
        </script>
        </body>
        </html>
        """,
        run.started().build().version(),
        run.started().target().name(),
        resource("certificate.css"),
        header(),
        CertificateScores.section(run),
        CertificateFailures.section(run),
        CertificateLists.sections(run),
        provenance(),
        resource("certificate.js"));
  }

  private Html header() {
    Target target = run.started().target();
    AssayBuild build = run.started().build();
    return Html.of(
        """
        <header>
        <p class="mark"><span>Assay</span> Certificate of conformance · DynamoDB API</p>
        <h1>{} <small>{}</small></h1>
        <p class="where"><code>{}</code> · {} · {}</p>
        <p class="where">Assay {} ({}) · Java {} · seed <code>{}</code> · {}</p>
        {}
        <p class="verdict {}">{}</p>
        </header>
        """,
        target.name(),
        target.version(),
        target.endpoint(),
        switch (target.mode()) {
          case PROXY -> "through the fault proxy";
          case DIRECT -> "direct";
        },
        DATE.format(run.started().start()),
        build.version(),
        build.commit(),
        build.javaVersion(),
        run.started().seed(),
        selection(run.started().selection()),
        interruption(),
        tally.fail() > 0 ? "bad" : tally.pass() == tally.all() ? "good" : "open",
        verdict());
  }

  private Html interruption() {
    return Html.when(
        run.interrupted(),
        Html.of(
            "<p class=\"interrupted\"><strong>{}.</strong> Scenarios that were not reached stay in"
                + " the denominator.</p>",
            Interruption.sentence(run)));
  }

  private String verdict() {
    if (tally.all() == 0) {
      return "No scenario was selected.";
    }
    if (tally.fail() == 1) {
      return "One scenario of " + count(tally.all()) + " diverges.";
    }
    if (tally.fail() > 0) {
      return count(tally.fail()) + " of " + count(tally.all()) + " scenarios diverge.";
    }
    return tally.pass() == tally.all()
        ? "All " + count(tally.all()) + " scenarios pass."
        : "No divergence found in the "
            + count(tally.pass())
            + " of "
            + count(tally.all())
            + " scenarios that reached a verdict.";
  }

  private Html provenance() {
    RunStarted started = run.started();
    AssayBuild build = started.build();
    List<Html> rows = new ArrayList<>();
    rows.add(row("Target", started.target().name() + " " + started.target().version()));
    rows.add(row("Endpoint", started.target().endpoint()));
    rows.add(row("Selection", selection(started.selection())));
    rows.add(row("Seed", Long.toString(started.seed())));
    rows.add(row("Command", started.commandLine()));
    rows.add(row("Started", started.start().toString()));
    rows.add(row("Duration", ExchangeText.millis(run.duration())));
    rows.add(row("Run", started.runId()));
    rows.add(row("Assay", build.version() + " (" + build.commit() + ")"));
    rows.add(row("Java", build.javaVersion()));
    return Html.of(
        """
        <section id="provenance">
        <h2>Provenance</h2>
        <dl>
        {}
        </dl>
        <p class="note">Divergence = FAIL ÷ all. Coverage = (PASS + FAIL) ÷ all. The two are never
        added together, and nothing leaves the denominator: not what the store declines
        (UNSUPPORTED), not what could not be found out (ERROR), not what was never reached.</p>
        </section>
        """,
        Html.join(rows));
  }

  private static Html row(String term, String value) {
    return Html.of("<dt>{}</dt><dd>{}</dd>", term, value);
  }

  private static String selection(Selection selection) {
    if (selection.isEverything()) {
      return "whole suite";
    }
    List<String> parts = new ArrayList<>();
    if (!selection.tags().isEmpty()) {
      parts.add("tags " + selection.tags());
    }
    if (!selection.tiers().isEmpty()) {
      parts.add("tiers " + String.join(", ", selection.tiers()));
    }
    if (!selection.ids().isEmpty()) {
      parts.add("ids " + String.join(", ", selection.ids()));
    }
    return String.join("; ", parts);
  }

  static String count(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** The outcome as a word, which is also its class in the style sheet. */
  static String label(Outcome outcome) {
    return switch (outcome) {
      case PASS -> "pass";
      case FAIL -> "fail";
      case UNSUPPORTED -> "unsupported";
      case ERROR -> "error";
    };
  }

  private static Html resource(String name) throws IOException {
    try (InputStream in = CertificatePage.class.getResourceAsStream(name)) {
      return new Html(
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
