package dev.assay.engine.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of the published test suite for signatures of version 4, and the guide's example. */
class SignatureTest {
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  private static final String TIME = "20150830T123600Z";

  private static ReceivedRequest request(
      String method, String uri, String body, Map<String, List<String>> headers) {
    Map<String, List<String>> all = new TreeMap<>(headers);
    all.putIfAbsent("host", List.of("example.amazonaws.com"));
    all.put("x-amz-date", List.of(TIME));
    return new ReceivedRequest(method, uri, all, Digests.sha256Hex(body), "127.0.0.1");
  }

  private static String sign(ReceivedRequest request, String service) {
    CredentialScope scope =
        new CredentialScope("AKIDEXAMPLE", "20150830", "us-east-1", service, "aws4_request");
    return new Signature(scope, TIME, List.copyOf(request.headers().keySet()))
        .of(request, request.payloadSha256(), SECRET);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "GET, /, 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
    "POST, /, 5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
    "GET, /?Param2=value2&Param1=value1,"
        + " b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
    "GET, /ሴ, 8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85",
    "GET, /?ሴ=bar, 2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04",
    "GET, /./, 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
    "GET, //, 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
    "GET, /foo/.., 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"
  })
  void signs_methods_paths_and_queries(String method, String uri, String expected) {
    assertThat(sign(request(method, uri, "", Map.of()), "service")).isEqualTo(expected);
  }

  @Test
  void trims_header_values_and_joins_repeated_ones() {
    assertThat(
            sign(
                request(
                    "GET", "/", "", Map.of("my-header1", List.of("value2", "value2", "value1"))),
                "service"))
        .isEqualTo("c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea");
    assertThat(
            sign(
                request(
                    "GET",
                    "/",
                    "",
                    Map.of(
                        "my-header1", List.of(" value1"),
                        "my-header2", List.of(" \"a   b   c\""))),
                "service"))
        .isEqualTo("acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736");
  }

  @Test
  void signs_a_body() {
    assertThat(
            sign(
                request(
                    "POST",
                    "/",
                    "Param1=value1",
                    Map.of("content-type", List.of("application/x-www-form-urlencoded"))),
                "service"))
        .isEqualTo("ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a");
  }

  @Test
  void signs_the_example_of_the_guide() {
    ReceivedRequest listUsers =
        request(
            "GET",
            "/?Action=ListUsers&Version=2010-05-08",
            "",
            Map.of(
                "host", List.of("iam.amazonaws.com"),
                "content-type", List.of("application/x-www-form-urlencoded; charset=utf-8")));

    assertThat(sign(listUsers, "iam"))
        .isEqualTo("5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7");
  }

  @Test
  void encodes_what_is_reserved_and_decodes_it_again() {
    String text = "a b/ü~*'%zz";
    String encoded = UriText.encode(text);

    assertThat(encoded).isEqualTo("a%20b%2F%C3%BC~%2A%27%25zz");
    assertThat(UriText.decode(encoded)).isEqualTo(text);
    assertThat(UriText.decode("%")).isEqualTo("%");
  }
}
