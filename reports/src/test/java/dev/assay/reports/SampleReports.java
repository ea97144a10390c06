package dev.assay.reports;

import dev.assay.reports.event.RunEvent;
import java.nio.file.Path;
import java.util.List;

/** Writes sample documents to look at: {@code SampleReports FOLDER [SCENARIOS]}. */
final class SampleReports {

  private SampleReports() {}

  public static void main(String[] args) {
    int total = args.length > 1 ? Integer.parseInt(args[1]) : 162;
    List<RunEvent> events = SampleRun.events(total);
    try (ReportWriter writer =
        ReportWriter.open(Path.of(args[0]), (RunEvent.RunStarted) events.getFirst())) {
      events.stream().skip(1).forEach(writer::accept);
      long start = System.nanoTime();
      System.out.println(writer.finish());
      System.out.println((System.nanoTime() - start) / 1_000_000 + " ms");
    }
  }
}
