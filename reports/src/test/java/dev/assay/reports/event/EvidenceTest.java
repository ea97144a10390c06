package dev.assay.reports.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceTest {

  @Test
  void aBodyKeepsItsBeginningAndItsLength() {
    Body body = Body.of("x".repeat(400_000));
    assertThat(body.text()).hasSize(Body.LIMIT_BYTES);
    assertThat(body.totalBytes()).isEqualTo(400_000);
    assertThat(body.isTruncated()).isTrue();
  }

  @Test
  void aBodyIsNotCutInsideACharacter() {
    Body body = Body.of("x" + "日".repeat(30_000));
    assertThat(body.text()).startsWith("x日").endsWith("日").doesNotContain("\\x", "\uFFFD");
  }

  @Test
  void aBodyThatIsNotUtf8IsShownByteForByte() {
    assertThat(Body.of(new byte[] {'a', (byte) 0xFF, '\n'}).text()).isEqualTo("a\\xff\\x0a");
  }

  @Test
  void aSmallBodyStaysAsItIs() {
    Body body = Body.of("{\"é\":1}");
    assertThat(body)
        .isEqualTo(new Body("{\"é\":1}", "{\"é\":1}".getBytes(StandardCharsets.UTF_8).length));
    assertThat(body.isTruncated()).isFalse();
  }

  @Test
  void aRequestGivesAwayNoCredentials() {
    Exchange.Request request =
        new Exchange.Request(
            "POST",
            "/",
            List.of(
                new Header("authorization", "AWS4-HMAC-SHA256 Credential=AK/x, Signature=abc"),
                new Header("X-Amz-Security-Token", "token"),
                new Header("Host", "localhost")),
            Body.EMPTY);
    assertThat(request.headers())
        .containsExactly(
            new Header("authorization", "AWS4-HMAC-SHA256 Credential=AK/x, Signature=(withheld)"),
            new Header("X-Amz-Security-Token", "(withheld)"),
            new Header("Host", "localhost"));
  }
}
