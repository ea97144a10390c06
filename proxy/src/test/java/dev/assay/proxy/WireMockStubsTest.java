package dev.assay.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.assay.proxy.export.WireMockStubs;
import dev.assay.proxy.journal.Exchange;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Stubs for WireMock")
class WireMockStubsTest {

  @Test
  void answerTheSameRequestsInTheSameOrderAsTheStoreDid(@TempDir Path root) throws Exception {
    AtomicInteger calls = new AtomicInteger();
    String[][] asked = {
      {"GetItem", "{\"TableName\":\"t\",\"Key\":{\"a\":1}}"},
      {"PutItem", "{\"TableName\":\"t\"}"},
      {"GetItem", "{\"Key\":{\"a\":1},\"TableName\":\"t\"}"},
      {"GetItem", "{\"TableName\":\"t\",\"Key\":{\"a\":1}}"},
      {"GetItem", "not json \u00e9"},
    };
    try (RawStore store =
            new RawStore(
                (head, in, out) -> {
                  RawHttp.body(head, in);
                  int call = calls.incrementAndGet();
                  String body = "{\"call\":" + call + "}";
                  out.write(
                      ("HTTP/1.1 "
                              + (call == 2 ? "400 Bad Request" : "200 OK")
                              + "\r\nx-amzn-RequestId: R"
                              + call
                              + "\r\nContent-Length: "
                              + body.length()
                              + "\r\n\r\n"
                              + body)
                          .getBytes(StandardCharsets.ISO_8859_1));
                  out.flush();
                });
        ProxyFixture fixture = new ProxyFixture(store.address());
        RawClient client = fixture.client()) {
      for (String[] request : asked) {
        client.call(request[0], request[1]);
      }
      WireMockStubs stubs = new WireMockStubs(root);
      for (Exchange exchange : fixture.journal()) {
        assertThat(stubs.write(exchange)).isTrue();
      }
      stubs.finish();
    }

    WireMockServer server =
        new WireMockServer(
            WireMockConfiguration.options()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .usingFilesUnderDirectory(root.toString()));
    server.start();
    try (RawClient client =
        new RawClient(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()))) {
      int[] expected = {1, 2, 3, 4, 5};
      for (int i = 0; i < asked.length; i++) {
        RawHttp.Answer answer = client.call(asked[i][0], asked[i][1]);
        assertThat(answer.text()).isEqualTo("{\"call\":" + expected[i] + "}");
        assertThat(answer.status()).isEqualTo(i == 1 ? 400 : 200);
        assertThat(answer.head().header("x-amzn-RequestId")).hasValue("R" + expected[i]);
      }
      assertThat(client.call("GetItem", asked[0][1]).text())
          .as("the last answer stays")
          .isEqualTo("{\"call\":4}");
      assertThat(client.call("DeleteItem", "{}").status()).isEqualTo(404);
    } finally {
      server.stop();
    }
  }
}
