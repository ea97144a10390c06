package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.disk.DataSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayName("Buckets that are folders")
class RecoveryOptionsTest {
  @TempDir Path folder;

  private static RecoveryOptions parsed(String... args) {
    RecoveryOptions options = new RecoveryOptions();
    CommandLine command = new CommandLine(CommandLine.Model.CommandSpec.create());
    command.addMixin("recovery", options);
    CommandLine.ParseResult unused = command.parseArgs(args);
    return options;
  }

  @Test
  void areWithTheDataWhereThatIsKept() {
    Path data = folder.resolve("data");
    assertThat(parsed().place(DataSettings.in(data))).isEqualTo("folders of " + data.resolve("s3"));
    // Nothing is made there before a job needs it.
    assertThat(Files.exists(data)).isFalse();
  }

  @Test
  void areInTheSystemsTemporaryFolderWithoutData() {
    assertThat(parsed().place(null)).endsWith("assay-s3");
  }

  @Test
  void areWhereTheUserWantsThem() {
    assertThat(parsed("--s3-folder", folder.toString()).place(DataSettings.in(folder)))
        .isEqualTo("folders of " + folder);
  }
}
