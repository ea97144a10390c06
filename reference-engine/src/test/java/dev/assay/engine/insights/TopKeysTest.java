package dev.assay.engine.insights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Counting keys in bounded memory. */
final class TopKeysTest {

  private static List<String> keys(KeyRanking ranking) {
    return ranking.contributors().stream().map(each -> each.keys().get(0)).toList();
  }

  @Test
  void countsAreExactWhileEveryKeyFindsRoom() {
    TopKeys top = new TopKeys(3);
    for (String key : List.of("a", "b", "a", "c", "a", "b")) {
      top.count(List.of(key));
    }

    KeyRanking ranking = top.ranking(10);
    assertThat(ranking)
        .isEqualTo(
            new KeyRanking(
                6,
                3,
                true,
                List.of(
                    new KeyRanking.Contributor(List.of("a"), 3, 0),
                    new KeyRanking.Contributor(List.of("b"), 2, 0),
                    new KeyRanking.Contributor(List.of("c"), 1, 0))));
  }

  @Test
  void theRankingIsCutAtTheLimit() {
    TopKeys top = new TopKeys(5);
    for (String key : List.of("a", "b", "c", "a", "b", "a")) {
      top.count(List.of(key));
    }

    assertThat(keys(top.ranking(2))).containsExactly("a", "b");
  }

  @Test
  void aNewKeyTakesThePlaceOfTheRarestAndInheritsItsCountAsItsError() {
    TopKeys top = new TopKeys(2);
    for (String key : List.of("a", "a", "a", "b", "b", "c")) {
      top.count(List.of(key));
    }

    assertThat(top.ranking(10).contributors())
        .containsExactly(
            new KeyRanking.Contributor(List.of("a"), 3, 0),
            new KeyRanking.Contributor(List.of("c"), 3, 2));
    assertThat(top.ranking(10).exact()).isFalse();
  }

  @Test
  void keysThatAreUsedOftenAreFoundAmongVeryManyAndTheirCountIsRightWithinTheError() {
    TopKeys top = new TopKeys(100);
    Map<String, Long> truth = new HashMap<>();
    Random random = new Random(7);
    List<String> uses = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      uses.add(random.nextInt(10) < 3 ? "hot" + random.nextInt(5) : "cold" + random.nextInt(9_999));
    }
    for (String key : uses) {
      truth.merge(key, 1L, Long::sum);
      top.count(List.of(key));
    }

    KeyRanking ranking = top.ranking(5);
    assertThat(keys(ranking)).allMatch(key -> key.startsWith("hot"));
    assertThat(ranking.total()).isEqualTo(20_000);
    assertThat(ranking.contributors())
        .allSatisfy(
            each -> {
              long real = truth.getOrDefault(each.keys().get(0), 0L);
              assertThat(real).isBetween(each.count() - each.error(), each.count());
            });
  }
}
