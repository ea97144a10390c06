package dev.assay.engine.recovery.api;

import dev.assay.engine.api.Answer;
import dev.assay.engine.api.Page;
import dev.assay.engine.api.Region;
import dev.assay.engine.recovery.Import;
import dev.assay.engine.recovery.Recovery;
import java.util.Map;
import java.util.Optional;

/**
 * What an import could not take, a JSON object a line: {@code GET
 * /_assay/import-errors?importArn=ARN}, in place of CloudWatch's log streams.
 */
public final class ImportErrorsPage implements Page {
  private static final String PATH = "import-errors";

  private final Recovery recovery;

  public ImportErrorsPage(Recovery recovery) {
    this.recovery = recovery;
  }

  @Override
  public Optional<Answer> get(Region region, String path, Map<String, String> query) {
    if (!path.equals(PATH)) {
      return Optional.empty();
    }
    String arn = query.getOrDefault("importArn", "");
    Optional<Import> made = recovery.imports().find(region, arn);
    return Optional.of(
        made.isEmpty()
            ? new Answer(404, new byte[0])
            : new Answer(200, recovery.imports().errors(made.get()).orElse(new byte[0])));
  }
}
