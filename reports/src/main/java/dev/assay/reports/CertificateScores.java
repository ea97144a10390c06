package dev.assay.reports;

import dev.assay.reports.Scores.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The two numbers of the certificate, and what they are made of. */
final class CertificateScores {

  private CertificateScores() {}

  static Html section(Run run) {
    Tally tally = run.tally();
    return Html.of(
        """
        <section id="scores">
        <div class="numbers">
        <div class="number {}"><b>{}</b><h2>Divergence</h2>
        <p>{} of {} scenarios behave otherwise than required</p></div>
        <div class="number"><b>{}</b><h2>Coverage</h2>
        <p>{} of {} scenarios found out how the store behaves</p></div>
        </div>
        {}
        {}
        </section>
        <section id="breakdown">
        {}
        {}
        </section>
        """,
        tally.fail() > 0 ? "bad" : "good",
        percent(tally.divergence()),
        CertificatePage.count(tally.fail()),
        CertificatePage.count(tally.all()),
        percent(tally.coverage()),
        CertificatePage.count(tally.pass() + tally.fail()),
        CertificatePage.count(tally.all()),
        bar(tally),
        legend(tally),
        table(run, "By tier", Scores.byTier(run)),
        table(run, "By operation", Scores.byOperation(run)));
  }

  /** One decimal; what is not zero never reads as zero, what is not all never as all. */
  static String percent(double share) {
    if (share > 0 && share < 0.0005) {
      return "<0.1%";
    }
    if (share < 1 && share > 0.9995) {
      return ">99.9%";
    }
    return share == 0 || share == 1
        ? Math.round(share * 100) + "%"
        : String.format(Locale.ROOT, "%.1f%%", share * 100);
  }

  private static Html bar(Tally tally) {
    List<Html> parts = new ArrayList<>();
    part(parts, "pass", tally.pass());
    part(parts, "fail", tally.fail());
    part(parts, "error", tally.error());
    part(parts, "unsupported", tally.unsupported());
    part(parts, "open", tally.notReached());
    return Html.of("<div class=\"bar\" aria-hidden=\"true\">{}</div>", Html.join(parts));
  }

  private static void part(List<Html> parts, String kind, int count) {
    if (count > 0) {
      parts.add(Html.of("<i class=\"{}\" style=\"flex-grow:{}\"></i>", kind, count));
    }
  }

  private static Html legend(Tally tally) {
    return Html.of(
        """
        <ul class="legend">
        <li class="pass"><b>{}</b> pass</li>
        <li class="fail"><b>{}</b> fail</li>
        <li class="error"><b>{}</b> error</li>
        <li class="unsupported"><b>{}</b> unsupported</li>
        {}
        </ul>
        """,
        CertificatePage.count(tally.pass()),
        CertificatePage.count(tally.fail()),
        CertificatePage.count(tally.error()),
        CertificatePage.count(tally.unsupported()),
        Html.when(
            tally.notReached() > 0,
            Html.of(
                "<li class=\"open\"><b>{}</b> not reached</li>",
                CertificatePage.count(tally.notReached()))));
  }

  private static Html table(Run run, String title, Scores scores) {
    List<Html> rows = scores.scores().stream().map(CertificateScores::row).toList();
    return Html.of(
        """
        <div class="scores">
        <h2>{} <small>{}</small></h2>
        <table>
        <thead><tr><th></th><th class="spread"></th><th>Divergence</th><th>Coverage</th>
        <th>Fail</th><th>{}</th></tr></thead>
        <tbody>
        {}
        </tbody>
        </table>
        </div>
        """,
        title,
        // Of a scenario that was not reached nobody told the tier.
        run.interrupted() ? "of what finished" : "",
        run.interrupted() ? "Finished" : "All",
        Html.join(rows));
  }

  private static Html row(Score score) {
    Tally tally = score.tally();
    return Html.of(
        "<tr><th scope=\"row\">{}</th><td class=\"spread\">{}</td><td class=\"{}\">{}</td>"
            + "<td>{}</td><td>{}</td><td>{}</td></tr>",
        score.name(),
        bar(tally),
        tally.fail() > 0 ? "bad" : "zero",
        percent(tally.divergence()),
        percent(tally.coverage()),
        CertificatePage.count(tally.fail()),
        CertificatePage.count(tally.all()));
  }
}
