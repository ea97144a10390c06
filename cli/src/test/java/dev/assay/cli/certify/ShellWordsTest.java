package dev.assay.cli.certify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A command line for pasting")
class ShellWordsTest {
  @Test
  void leavesPlainWordsAlone() {
    assertThat(ShellWords.join(List.of("./assay", "certify", "--id", "PUT-TYPE-001:empty-string")))
        .isEqualTo("./assay certify --id PUT-TYPE-001:empty-string");
  }

  @Test
  void quotesWhatAShellWouldRead() {
    assertThat(ShellWords.quote("@op:Query and not 'x'"))
        .isEqualTo("'@op:Query and not '\\''x'\\'''");
  }
}
