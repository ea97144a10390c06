package dev.assay.reports;

import dev.assay.reports.event.GameDayEvent.Moments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The moments of a game day and what was measured, for its page. */
final class GameDayMoments {
  private static final String UNDISTURBED = "not needed: it was steady all the time";

  private final GameDayRecord day;

  private GameDayMoments(GameDayRecord day) {
    this.day = day;
  }

  /** The section; nothing if the game day was cut short before anybody looked back. */
  static Html section(GameDayRecord day) {
    return day.moments()
        .map(moments -> new GameDayMoments(day).section(moments))
        .orElse(Html.NOTHING);
  }

  private Html section(Moments moments) {
    List<Html> rows = new ArrayList<>();
    rows.add(GameDayPage.row("Injected", at(moments.injected())));
    rows.add(GameDayPage.row("First error", at(moments.firstError())));
    rows.add(GameDayPage.row("Detected", at(moments.detected())));
    rows.add(GameDayPage.row("Failover", failover(moments)));
    rows.add(GameDayPage.row("Healed", at(moments.healed())));
    rows.add(
        GameDayPage.row(
            "Recovered", isUndisturbed(moments) ? UNDISTURBED : at(moments.recovered())));
    rows.add(GameDayPage.row("Converged", converged(moments)));
    Double recovery = moments.recoverySeconds();
    rows.add(
        GameDayPage.row(
            "Recovery time", recovery == null ? "unknown" : "%.1f s".formatted(recovery)));
    rows.add(GameDayPage.row("Writes lost", measure("lost-writes", "lost_writes", "")));
    rows.add(GameDayPage.row("Duplicates", measure("duplicates", "duplicates", "")));
    rows.add(GameDayPage.row("Stale reads", measure("staleness", "stale_reads", "")));
    rows.add(GameDayPage.row("Oldest state read", measure("staleness", "staleness_max_ms", "ms")));
    Double errors = moments.errorShare();
    rows.add(
        GameDayPage.row(
            "Errors, from the fault until healed and steady",
            errors == null ? "unknown: no operation ended" : CertificateScores.percent(errors)));
    return Html.of(
        """
        <section id="moments">
        <h2>Moments and measures</h2>
        <dl>
        {}
        </dl>
        </section>
        """,
        Html.join(rows));
  }

  private String at(@Nullable Instant moment) {
    return moment == null ? "never" : "%s s (%s)".formatted(seconds(moment), moment);
  }

  private String seconds(Instant moment) {
    return seconds(day, moment);
  }

  /** Since the begin of load; what was prepared came shortly before. */
  static String seconds(GameDayRecord day, Instant moment) {
    // Never "-0.0".
    return String.format(Locale.ROOT, "%.1f", Math.round(day.at(moment) * 10) / 10.0 + 0.0);
  }

  /** Whether the fault changed nothing that the load measures. */
  static boolean isUndisturbed(Moments moments) {
    return moments.injected() != null
        && moments.recovered() != null
        && moments.firstError() == null
        && moments.detected() == null;
  }

  /** Load has to end before all endpoints can be asked for the same: that is when it is seen. */
  private String converged(Moments moments) {
    return moments.converged() == null
        ? measure("convergence", "convergence_ms", "ms after the end of load")
        : at(moments.converged())
            + ", "
            + measure("convergence", "convergence_ms", "ms after the end of load");
  }

  /**
   * Either the clients were sent elsewhere, or it was well again while it was still broken: by more
   * than the second that recovery is measured to.
   */
  private String failover(Moments moments) {
    if (isUndisturbed(moments) && moments.failedOver() == null) {
      return UNDISTURBED;
    }
    if (moments.failedOver() != null) {
      return "the clients were sent elsewhere at " + at(moments.failedOver());
    }
    Instant recovered = moments.recovered();
    Instant healed = moments.healed();
    if (moments.injected() == null) {
      return "nothing was broken";
    }
    if (recovered != null && healed != null && recovered.isBefore(healed.minusSeconds(1))) {
      return moments.firstError() == null
          ? "not needed: no operation failed"
          : "by the target itself, done at " + at(recovered) + ", while the fault was in force";
    }
    return "none before the healing";
  }

  private String measure(String checker, String name, String unit) {
    return day.checked().stream()
        .filter(checked -> checked.checker().equals(checker))
        .findFirst()
        .map(
            checked ->
                checked.measures().containsKey(name) && !checked.verdict().equals("unknown")
                    ? (GameDayComparison.number(checked.measures().get(name)) + " " + unit).strip()
                    : "unknown: " + checked.summary())
        .orElse("not measured by this workload");
  }
}
