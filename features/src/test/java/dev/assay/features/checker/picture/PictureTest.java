package dev.assay.features.checker.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.features.history.Call;
import dev.assay.features.history.Op;
import dev.assay.features.history.Outcome;
import dev.assay.features.history.Reading;
import dev.assay.features.history.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A counterexample's picture")
class PictureTest {
  private static final Pattern BAR =
      Pattern.compile(
          "<rect x=\"(\\d+)\" y=\"(\\d+)\" width=\"(\\d+)\" height=\"24\".*\\R<text x=\"(\\d+)\""
              + " y=\"\\d+\" >(.*)</text>");
  private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"");
  private static final Pattern TEXT =
      Pattern.compile("<text x=\"(\\d+)\" y=\"(\\d+)\" ([^>]*)>(.*)</text>");

  private record Drawn(int from, int to, int row, String label) {}

  private static Op op(String client, String at, long from, long to, Outcome outcome) {
    Call call = new Call.Read("a-rather-long-key", Reading.STRONG);
    return new Op(from, client, at, call, from, to, 1, 0, outcome);
  }

  private static Op ok(String client, long from, long to) {
    return op(client, "here", from, to, new Outcome.Ok(Seen.nothing()));
  }

  private static List<Drawn> bars(String svg) {
    List<Drawn> bars = new ArrayList<>();
    Matcher bar = BAR.matcher(svg);
    while (bar.find()) {
      int from = Integer.parseInt(bar.group(1));
      bars.add(
          new Drawn(
              from,
              from + Integer.parseInt(bar.group(3)),
              Integer.parseInt(bar.group(2)),
              bar.group(5)));
    }
    return bars;
  }

  private static void nothingIsCutOff(String svg) {
    Matcher size = SIZE.matcher(svg);
    assertThat(size.find()).isTrue();
    int width = Integer.parseInt(size.group(1));
    int height = Integer.parseInt(size.group(2));
    Matcher text = TEXT.matcher(svg);
    while (text.find()) {
      int wide = Svg.width(text.group(4));
      int x = Integer.parseInt(text.group(1));
      int from =
          text.group(3).contains("\"middle\"")
              ? x - wide / 2
              : text.group(3).contains("\"end\"") ? x - wide : x;
      assertThat(from).as(text.group()).isNotNegative();
      assertThat(from + wide).as(text.group()).isLessThanOrEqualTo(width);
      assertThat(Integer.parseInt(text.group(2))).as(text.group()).isLessThan(height);
    }
  }

  @Test
  void hasRoomForWhatIsWrittenInItsBarsAndAboveThem() {
    Timeline timeline =
        new Timeline("a claim that is a good deal longer than the picture is wide: ".repeat(4), 0);
    timeline.add(ok("a", 1, 4), "compare and set a-rather-long-key from 12 to 18", false);
    timeline.add(ok("a", 5, 6), "read a-rather-long-key → 18", false);
    timeline.add(ok("final-somewhere:8000-0", 2, 3), "read x → ".repeat(30), true);

    String svg = timeline.svg();

    assertThat(bars(svg)).hasSize(3);
    for (Drawn bar : bars(svg)) {
      assertThat(bar.from() + Svg.width(bar.label())).as(bar.label()).isLessThan(bar.to());
      for (Drawn other : bars(svg)) {
        assertThat(other.equals(bar) || other.row() != bar.row() || disjoint(bar, other)).isTrue();
      }
    }
    nothingIsCutOff(svg);
  }

  private static boolean disjoint(Drawn one, Drawn other) {
    return one.to() <= other.from() || other.to() <= one.from();
  }

  @Test
  void showsWhatAClientDidAfterSomethingThatMayStillGoOnInARowOfItsOwn() {
    Op open = op("a", "here", 1, 2, new Outcome.Unknown("timeout"));
    String svg =
        new Timeline("t", 0).add(open, "write x=1", false).add(ok("a", 3, 4), "read x", true).svg();

    assertThat(bars(svg)).extracting(Drawn::label).containsExactly("write x=1 ?", "read x");
    assertThat(bars(svg)).extracting(Drawn::row).doesNotHaveDuplicates();
  }

  @Test
  void saysWhatItsColoursMeanAndWhereEachClientWas() {
    Op refused = op("a", "east", 1, 2, new Outcome.Fail("No", Seen.nothing()));
    Op done = op("b", "west", 3, 4, new Outcome.Ok(Seen.nothing()));
    String svg = new Timeline("t", 0).add(refused, "x", false).add(done, "y", true).svg();

    assertThat(svg)
        .contains(">refused<", ">what cannot be<", ">a at east<", ">b at west<")
        .doesNotContain(">acknowledged<");
  }

  @Test
  void tellsTheTransactionsOfACircleWhereThereIsRoom() {
    List<String> nodes = new ArrayList<>();
    List<Circle.Arrow> arrows = new ArrayList<>();
    for (int n = 0; n < 7; n++) {
      nodes.add("c" + n + ": " + "append a-list+123, read another-list, ".repeat(6));
      arrows.add(new Circle.Arrow("real time", "the other began later", "it was answered before"));
    }

    String svg = Circle.svg("G2-realtime: no serial order", nodes, arrows);

    nothingIsCutOff(svg);
    assertThat(svg).contains("T7 → T1, real time: it was answered before", "real time: the other");
  }
}
