package dev.assay.engine.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Reading ahead")
class AheadTest {
  /** More than are read before somebody takes them. */
  private static final int MANY = 40_000;

  private final List<Thread> readers = new CopyOnWriteArrayList<>();

  private Ahead.Source<Integer, String> numbers(int count) {
    return sink -> {
      readers.add(Thread.currentThread());
      for (int i = 0; i < count; i++) {
        sink.add(i, 1);
      }
      return "read";
    };
  }

  private void hasEnded() {
    assertThat(readers).as("threads that read").isNotEmpty().noneMatch(Thread::isAlive);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 255, 256, 257, MANY})
  @DisplayName("hands everything on in its order, and what the reading came to")
  void handsEverythingOn(int count) throws IOException {
    List<Integer> taken = new ArrayList<>();

    assertThat(Ahead.read(numbers(count), taken::add)).isEqualTo("read");
    assertThat(taken).isEqualTo(IntStream.range(0, count).boxed().toList());
    assertThat(readers).doesNotContain(Thread.currentThread());
    hasEnded();
  }

  @Test
  @DisplayName("fails as the reading does, after what had been read")
  void failsAsTheReadingDoes() {
    for (Exception failure :
        List.of(new IOException("damaged"), new DataRefusedException("damaged"))) {
      List<Integer> taken = new ArrayList<>();
      Ahead.Source<Integer, String> failing =
          sink -> {
            String unused = numbers(300).read(sink);
            if (failure instanceof IOException e) {
              throw e;
            }
            throw (DataRefusedException) failure;
          };

      assertThatThrownBy(() -> Ahead.read(failing, taken::add)).isSameAs(failure);
      assertThat(taken).hasSize(300);
      hasEnded();
    }
  }

  @Test
  @DisplayName("ends when nobody takes any more, however much there is")
  void endsWhenNobodyTakes() {
    IllegalStateException defect = new IllegalStateException("not like that");

    assertThatThrownBy(
            () ->
                Ahead.read(
                    numbers(MANY),
                    each -> {
                      throw defect;
                    }))
        .isSameAs(defect);
    hasEnded();
  }

  @Test
  @DisplayName("ends when whoever waits for it is interrupted, who stays so")
  void endsWhenInterrupted() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> Ahead.read(numbers(MANY), each -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
    hasEnded();
  }
}
