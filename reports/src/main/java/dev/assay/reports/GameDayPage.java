package dev.assay.reports;

import dev.assay.reports.event.AssayBuild;
import dev.assay.reports.event.GameDayEvent.Checked;
import dev.assay.reports.event.GameDayEvent.DayStarted;
import dev.assay.reports.event.GameDayEvent.Happened;
import dev.assay.reports.event.GameDayEvent.Judged;
import dev.assay.reports.event.GameDayEvent.Moments;
import dev.assay.reports.event.GameDayEvent.RuleCount;
import dev.assay.reports.event.Outcome;
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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The game day for people: one page that needs no server, no network and no script. */
final class GameDayPage {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final GameDayRecord day;
  private final Optional<GameDayRecord> before;

  private GameDayPage(GameDayRecord day, Optional<GameDayRecord> before) {
    this.day = day;
    this.before = before;
  }

  static void write(GameDayRecord day, Optional<GameDayRecord> before, Path file)
      throws IOException {
    Files.writeString(file, new GameDayPage(day, before).page().markup());
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
        <title>{} · Assay game day</title>
        <style>
        {}
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
        {}
        {}
        {}
        </main>
        </body>
        </html>
        """,
        day.started().build().version(),
        day.started().title(),
        resource("certificate.css"),
        resource("gameday.css"),
        header(),
        judged(),
        timeline(),
        GameDayMoments.section(day),
        checkers(),
        rollback(),
        comparison(),
        provenance());
  }

  private Html header() {
    DayStarted started = day.started();
    AssayBuild build = started.build();
    return Html.of(
        """
        <header>
        <p class="mark"><span>Assay</span> Game day</p>
        <h1>{}</h1>
        <p class="about">{}</p>
        <p class="where">{} {} · <code>{}</code> · {}</p>
        <p class="where">Assay {} ({}) · Java {} · seed <code>{}</code> · {}</p>
        <p class="verdict {}">{}</p>
        </header>
        """,
        started.title(),
        started.about(),
        started.target().name(),
        started.target().version(),
        started.target().endpoint(),
        DATE.format(started.start()),
        build.version(),
        build.commit(),
        build.javaVersion(),
        started.seed(),
        started.workload(),
        switch (day.overall()) {
          case PASS -> "good";
          case FAIL -> "bad";
          case ERROR, UNSUPPORTED -> "open";
        },
        verdict());
  }

  private String verdict() {
    long broken = count(Outcome.FAIL);
    long unknown = day.judged().size() - broken - count(Outcome.PASS);
    String end = day.complete() ? "" : " It was ended before its end.";
    if (day.judged().isEmpty()) {
      return "It was cut short: nobody knows what came of it.";
    }
    if (broken > 0) {
      return "%d of %d promises were broken%s.%s"
          .formatted(
              broken,
              day.judged().size(),
              unknown == 0 ? "" : ", of " + unknown + " nobody knows",
              end);
    }
    return unknown > 0
        ? "Nothing was broken; of %d of %d promises nobody knows.%s"
            .formatted(unknown, day.judged().size(), end)
        : "All %d promises were kept.%s".formatted(day.judged().size(), end);
  }

  private long count(Outcome outcome) {
    return day.judged().stream().filter(one -> one.outcome() == outcome).count();
  }

  private Html judged() {
    List<Html> rows = day.judged().stream().map(GameDayPage::judged).toList();
    return Html.of(
        """
        <section id="judged">
        <h2>Hypothesis, objectives and verdicts</h2>
        <table class="judged">
        <thead><tr><th></th><th>Asked</th><th>Measured</th><th>Verdict</th></tr></thead>
        <tbody>
        {}
        </tbody>
        </table>
        </section>
        """,
        Html.join(rows));
  }

  private static Html judged(Judged judged) {
    return Html.of(
        "<tr class=\"{}\"><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td></tr>",
        CertificatePage.label(judged.outcome()),
        judged.what(),
        judged.asked(),
        judged.measured(),
        word(judged.outcome()));
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case PASS -> "held";
      case FAIL -> "broken";
      case ERROR, UNSUPPORTED -> "unknown";
    };
  }

  private Html timeline() {
    List<Html> rows = new ArrayList<>();
    for (Happened one : day.happened()) {
      rows.add(
          Html.of(
              "<tr class=\"{}\"><td class=\"at\">{} s</td><td>{}</td><td>{}</td></tr>",
              one.kind(),
              GameDayMoments.seconds(day, one.at()),
              one.kind(),
              one.words()));
    }
    return Html.of(
        """
        <section id="timeline">
        <h2>Timeline</h2>
        {}
        <table class="happened">
        <tbody>
        {}
        </tbody>
        </table>
        </section>
        """,
        GameDayTimeline.of(day),
        Html.join(rows));
  }

  private Html checkers() {
    return Html.of(
        """
        <section id="checkers">
        <h2>Checkers</h2>
        {}
        </section>
        """,
        Html.join(day.checked().stream().map(this::checker).toList()));
  }

  /** Whether a promise was judged by it: others only measured something. */
  private boolean isJudgedBy(String checker) {
    return day.judged().stream()
        .anyMatch(judged -> GameDayVerdicts.checkerOf(judged.what()).equals(checker));
  }

  private Html checker(Checked checked) {
    String measures =
        String.join(
            ", ",
            checked.measures().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + " " + GameDayComparison.number(entry.getValue()))
                .toList());
    String svg = checked.svg();
    return Html.of(
        """
        <article class="checker {}">
        <h3>{} · {}</h3>
        <p>{}</p>
        <p class="note">{}</p>
        {}
        {}
        </article>
        """,
        checked.verdict(),
        checked.checker(),
        checked.verdict() + (isJudgedBy(checked.checker()) ? "" : " (not judged, only measured)"),
        checked.summary(),
        measures,
        Html.when(
            !checked.words().isEmpty(),
            Html.of("<pre>{}</pre>", String.join("\n", checked.words()))),
        svg == null ? Html.NOTHING : picture(svg));
  }

  /** As an image: its own styles and ids stay its own, and nothing in it is run. */
  private static Html picture(String svg) {
    return Html.of(
        "<img class=\"counterexample\" alt=\"The counterexample as a picture\""
            + " src=\"data:image/svg+xml;base64,{}\">",
        java.util.Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8)));
  }

  private Html rollback() {
    List<Html> rows = new ArrayList<>();
    Moments moments = day.moments().orElse(null);
    if (moments == null) {
      rows.add(row("Rolled back", "unknown: the game day was cut short"));
    } else {
      rows.add(
          row(
              "Rolled back",
              moments.leftovers().isEmpty()
                  ? "yes: afterwards no rule was in force and every lever stood as before"
                  : "no: " + String.join("; ", moments.leftovers())));
      for (RuleCount rule : moments.rules()) {
        rows.add(
            row(
                "Rule " + rule.id(),
                "matched %,d, fired %,d".formatted(rule.matched(), rule.fired())));
      }
      moments.problems().forEach(problem -> rows.add(row("Problem", problem)));
      String stopped = moments.stoppedBy();
      if (stopped != null) {
        rows.add(row("Ended early by", stopped));
      }
    }
    return Html.of(
        """
        <section id="rollback">
        <h2>Proof of rollback</h2>
        <dl>
        {}
        </dl>
        </section>
        """,
        Html.join(rows));
  }

  private Html comparison() {
    if (before.isEmpty()) {
      return Html.of(
          """
          <section id="comparison">
          <h2>Against the previous game day</h2>
          <p class="note">There is none of this title to compare with.</p>
          </section>
          """);
    }
    List<Html> rows = new ArrayList<>();
    for (GameDayComparison.Line line : GameDayComparison.of(before.get(), day)) {
      rows.add(
          Html.of(
              "<tr class=\"{}\"><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>",
              line.changed() ? "changed" : "same",
              line.what(),
              line.before(),
              line.now()));
    }
    return Html.of(
        """
        <section id="comparison">
        <h2>Against the previous game day <small>{}</small></h2>
        <table class="comparison">
        <thead><tr><th></th><th>Before</th><th>Now</th></tr></thead>
        <tbody>
        {}
        </tbody>
        </table>
        </section>
        """,
        DATE.format(before.get().started().start()),
        Html.join(rows));
  }

  private Html provenance() {
    DayStarted started = day.started();
    List<Html> rows = new ArrayList<>();
    rows.add(row("Target", started.target().name() + " " + started.target().version()));
    rows.add(row("Endpoint", started.target().endpoint()));
    rows.add(row("Seed", Long.toString(started.seed())));
    rows.add(row("Command", started.commandLine()));
    rows.add(row("Started", started.start().toString()));
    rows.add(row("Duration", ExchangeText.millis(day.duration())));
    rows.add(row("Run", started.runId()));
    rows.add(row("Assay", started.build().version() + " (" + started.build().commit() + ")"));
    rows.add(row("Java", started.build().javaVersion()));
    return Html.of(
        """
        <section id="provenance">
        <h2>Plan and provenance</h2>
        <pre>{}</pre>
        <dl>
        {}
        </dl>
        </section>
        """,
        String.join("\n", started.plan()),
        Html.join(rows));
  }

  static Html row(String term, String value) {
    return Html.of("<dt>{}</dt><dd>{}</dd>", term, value);
  }

  private static Html resource(String name) throws IOException {
    try (InputStream in = GameDayPage.class.getResourceAsStream(name)) {
      return new Html(
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
