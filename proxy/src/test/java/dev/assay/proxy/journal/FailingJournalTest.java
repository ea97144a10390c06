package dev.assay.proxy.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A journal whose disk fails")
class FailingJournalTest {

  /** Takes so many exchanges and no more. */
  private static final class SmallDisk implements Sink {
    private int room;

    SmallDisk(int room) {
      this.room = room;
    }

    @Override
    public long lastSequence() {
      return 0;
    }

    @Override
    public void write(List<Exchange> exchanges) {
      room -= exchanges.size();
      if (room < 0) {
        throw new JournalException("the disk is full");
      }
    }

    @Override
    public void close() {}
  }

  private static Exchange exchange(String operation) {
    return new Exchange(
        0,
        new Times(1, 2, 3, 4),
        "client",
        "store",
        "",
        "POST /",
        operation,
        List.of(),
        200,
        "",
        Outcome.ANSWERED,
        "",
        List.of(),
        Knowledge.YES,
        Knowledge.YES,
        Message.NONE,
        Message.NONE);
  }

  @Test
  void tellsWhoeverAsksForItAndHoldsNothingInMemory(@TempDir Path folder) {
    List<String> seen = new ArrayList<>();
    Journal journal =
        Journal.open(folder, () -> new SmallDisk(2), exchange -> seen.add(exchange.operation()));
    for (String operation : List.of("a", "b", "c", "d")) {
      journal.append(() -> exchange(operation), 1000);
    }
    journal.awaitSeen();

    assertThat(journal.failed()).isTrue();
    assertThat(journal.failure())
        .hasValueSatisfying(e -> assertThat(e).hasMessage("the disk is full"));
    assertThatThrownBy(() -> journal.exchanges(ExchangeFilter.all()))
        .hasMessage("the disk is full");
    assertThat(seen).as("they are counted all the same").containsExactly("a", "b", "c", "d");
    assertThat(journal.backlog()).isZero();
    assertThat(journal.backlogBytes()).isZero();
    assertThat(journal.saturated()).isFalse();
    journal.close();
  }

  @Test
  void isKnownToHaveFailedByWhoeverWaitedForWhatIsLost(@TempDir Path folder) {
    CountDownLatch told = new CountDownLatch(1);
    Sink slowToLeave =
        new Sink() {
          @Override
          public long lastSequence() {
            return 0;
          }

          @Override
          public void write(List<Exchange> exchanges) {
            throw new JournalException("the disk is full");
          }

          @Override
          public void close() {
            awaitUninterruptibly(told);
          }
        };
    Journal journal = Journal.open(folder, () -> slowToLeave, exchange -> {});
    journal.append(() -> exchange("a"), 1000);
    journal.awaitSeen();

    try {
      assertThat(journal.failed()).isTrue();
    } finally {
      told.countDown();
      journal.close();
    }
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void tellsSoWhenItCannotEvenBeOpened(@TempDir Path folder) {
    Journal journal =
        Journal.open(
            folder,
            () -> {
              throw new JournalException("there is no disk");
            },
            exchange -> {});
    journal.append(() -> exchange("a"), 1000);

    assertThatThrownBy(() -> journal.exchanges(ExchangeFilter.all()))
        .hasMessage("there is no disk");
    journal.close();
  }
}
