package dev.assay.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fault.Match;
import dev.assay.fault.Mutation;
import dev.assay.fault.Rule;
import dev.assay.fault.RuleId;
import dev.assay.fault.mutant.Mutant;
import dev.assay.proxy.journal.Outcome;
import dev.assay.proxy.journal.Touch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A mutant on the wire")
class MutantsOnTheWireTest {
  private static final String QUERY =
      "{\"TableName\":\"t\", \"FilterExpression\":\"a = :b\","
          + " \"ExpressionAttributeValues\":{\":b\":{\"N\":\"1\"}}}";

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream packing = new GZIPOutputStream(packed)) {
      packing.write(plain);
    }
    return packed.toByteArray();
  }

  private static String crc32(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return Long.toString(crc.getValue());
  }

  /** Answers with these bytes and headers, whatever it is asked, and keeps the bodies. */
  private static RawStore answering(List<String> seen, byte[] body, String headers)
      throws IOException {
    return new RawStore(
        (head, in, out) -> {
          seen.add(new String(RawHttp.body(head, in), StandardCharsets.UTF_8));
          out.write(
              utf8(
                  "HTTP/1.1 200 OK\r\nx-amz-crc32: "
                      + crc32(body)
                      + "\r\nContent-Length: "
                      + body.length
                      + "\r\n"
                      + headers
                      + "\r\n"));
          out.write(body);
          out.flush();
        });
  }

  private static void callIn(ProxyFixture fixture, Mutant mutant) {
    fixture.proxy().rules().put(Rule.of("m", Match.everything(), new Mutation(mutant)));
  }

  @Test
  void changesTheRequestAndPassesTheAnswerOnByteForByte() throws IOException {
    List<String> seen = new java.util.concurrent.CopyOnWriteArrayList<>();
    try (RawStore store = answering(seen, utf8("{ \"Count\":0 }"), "");
        ProxyFixture fixture = new ProxyFixture(store.address());
        RawClient client = fixture.client()) {
      callIn(fixture, Mutant.STRIP_FILTER);

      RawHttp.Answer answer = client.call("Query", QUERY);

      assertThat(seen).containsExactly("{\"TableName\":\"t\"}");
      assertThat(answer.text()).isEqualTo("{ \"Count\":0 }");
      assertThat(fixture.proxy().mutants().changes(new RuleId("m"))).isEqualTo(1);
      assertThat(fixture.journal())
          .singleElement()
          .satisfies(
              exchange -> {
                assertThat(exchange.outcome()).isEqualTo(Outcome.ANSWERED);
                assertThat(exchange.touchedBy()).containsExactly(new Touch("m", "mutant"));
                assertThat(exchange.request().bodyText()).isEqualTo(QUERY);
              });
    }
  }

  @Test
  void leavesWhatItDoesNotConcernByteForByte() throws IOException {
    List<String> seen = new java.util.concurrent.CopyOnWriteArrayList<>();
    try (RawStore store = answering(seen, utf8("{ \"Count\":0 }"), "");
        ProxyFixture fixture = new ProxyFixture(store.address());
        RawClient client = fixture.client()) {
      callIn(fixture, Mutant.STRIP_FILTER);

      client.call("Query", "{ \"TableName\" : \"t\" }");
      client.call("GetItem", QUERY);
      client.call("Query", "this is no JSON");

      assertThat(seen).containsExactly("{ \"TableName\" : \"t\" }", QUERY, "this is no JSON");
      assertThat(fixture.proxy().mutants().changes(new RuleId("m"))).isZero();
    }
  }

  @Test
  void setsLengthAndChecksumRightForAnAnswerThatItChanges() throws IOException {
    List<String> seen = new java.util.concurrent.CopyOnWriteArrayList<>();
    try (RawStore store = answering(seen, utf8("{\"Count\":1,\"Items\":[]}"), "");
        ProxyFixture fixture = new ProxyFixture(store.address());
        RawClient client = fixture.client()) {
      callIn(fixture, Mutant.MISCOUNT);

      RawHttp.Answer answer = client.call("Query", QUERY);

      assertThat(answer.text()).isEqualTo("{\"Count\":2,\"Items\":[]}");
      assertThat(answer.head().header("x-amz-crc32")).contains(crc32(answer.body()));
      assertThat(seen).containsExactly(QUERY);
    }
  }

  @Test
  void readsAndWritesCompressedAnswers() throws IOException {
    List<String> seen = new java.util.concurrent.CopyOnWriteArrayList<>();
    byte[] packed = gzip(utf8("{\"Count\":1}"));
    try (RawStore store = answering(seen, packed, "Content-Encoding: gzip\r\n");
        ProxyFixture fixture = new ProxyFixture(store.address());
        RawClient client = fixture.client()) {
      callIn(fixture, Mutant.MISCOUNT);

      RawHttp.Answer answer = client.call("Query", QUERY);

      assertThat(answer.head().header("Content-Encoding")).contains("gzip");
      assertThat(answer.head().header("x-amz-crc32")).contains(crc32(answer.body()));
      try (GZIPInputStream unpacked =
          new GZIPInputStream(new java.io.ByteArrayInputStream(answer.body()))) {
        assertThat(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8))
            .isEqualTo("{\"Count\":2}");
      }
    }
  }

  @Test
  void tellsTheClientWhenTheStoreIsGone() throws IOException {
    try (RawStore store =
            new RawStore(
                (head, in, out) -> {
                  throw new IOException("gone");
                });
        ProxyFixture fixture = new ProxyFixture(store.address());
        RawClient client = fixture.client()) {
      callIn(fixture, Mutant.STRIP_FILTER);

      assertThat(client.call("Query", QUERY).status()).isEqualTo(502);

      assertThat(fixture.journal())
          .singleElement()
          .satisfies(
              exchange -> assertThat(exchange.outcome()).isEqualTo(Outcome.UPSTREAM_BROKE_OFF));
    }
  }
}
