package dev.assay.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The response reader")
class ResponseReaderTest {
  private static final String PLAIN =
      "HTTP/1.1 200 OK\r\nContent-Type: x\r\ncontent-LENGTH: 5\r\n\r\nhello";
  private static final String CHUNKED =
      "HTTP/1.1 200 OK\r\n"
          + "Transfer-Encoding: chunked\r\n\r\n"
          + "3\r\n"
          + "hel\r\n"
          + "2;x=y\r\n"
          + "lo\r\n"
          + "0\r\n"
          + "Trailer: t\r\n\r\n";

  private final ResponseReader reader = new ResponseReader();

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest
  @ValueSource(strings = {PLAIN, CHUNKED})
  void findsTheEndOfAResponseThatComesInSinglePieces(String response) throws Exception {
    reader.expect(true);

    for (int index = 0; index < response.length() - 1; index++) {
      assertThat(reader.read(bytes(response.substring(index, index + 1))))
          .as("after byte %d", index)
          .isFalse();
    }
    assertThat(reader.read(bytes(response.substring(response.length() - 1)))).isTrue();
    assertThat(reader.reply()).isEqualTo(new Reply.Http(200, "hello"));
  }

  @Test
  void keepsNoBodyThatNobodyWants() throws Exception {
    reader.expect(false);

    assertThat(reader.read(bytes(PLAIN))).isTrue();
    assertThat(reader.reply()).isSameAs(Reply.OK_UNREAD);
  }

  @Test
  void keepsTheBodyOfEveryRefusal() throws Exception {
    reader.expect(false);

    assertThat(reader.read(bytes("HTTP/1.1 400 Bad Request\r\nContent-Length: 2\r\n\r\nno")))
        .isTrue();
    assertThat(reader.reply()).isEqualTo(new Reply.Http(400, "no"));
  }

  @Test
  void takesAnEmptyBodyForAWholeResponse() throws Exception {
    reader.expect(true);

    assertThat(
            reader.read(bytes("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")))
        .isTrue();
    assertThat(reader.closing()).isTrue();
  }

  @Test
  void refusesWhatIsNoHttp() {
    reader.expect(false);

    assertThatThrownBy(() -> reader.read(bytes("SSH-2.0-OpenSSH_9.2\r\n")))
        .hasMessage("answered with no HTTP response but 'SSH-2.0-OpenSSH_9.2'");
  }
}
