package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests run with the flags of the parent's pom, the launcher with the manifest: they must open the
 * same doors.
 */
@DisplayName("The launcher's manifest")
class LaunchFlagsTest {
  @ParameterizedTest
  @CsvSource({"--add-exports=, Add-Exports", "--add-opens=, Add-Opens"})
  void opensWhatTestsRunWith(String flag, String entry) throws IOException {
    assertThat(find(Path.of("../pom.xml"), Pattern.quote(flag) + "([\\w./]+)=ALL-UNNAMED"))
        .isNotEmpty()
        .isEqualTo(words(find(Path.of("pom.xml"), "<" + entry + ">([^<]+)<").iterator().next()));
  }

  private static Set<String> find(Path pom, String pattern) throws IOException {
    String text = Files.readString(pom);
    int flags = text.indexOf("<assay.jvm.flags>");
    String part = flags < 0 ? text : text.substring(flags, text.indexOf("</assay.jvm.flags>"));
    return new TreeSet<>(
        Pattern.compile(pattern).matcher(part).results().map(found -> found.group(1)).toList());
  }

  private static Set<String> words(String text) {
    Matcher words = Pattern.compile("\\S+").matcher(text);
    return new TreeSet<>(words.results().map(found -> found.group()).toList());
  }
}
