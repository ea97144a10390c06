package dev.assay.engine.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthFileTest {
  private static final String USER =
      "{\"users\": [{\"name\": \"a\", \"accessKeyId\": \"K\", \"secretAccessKey\": \"s\"%s}]}";

  @Test
  void is_read_from_disk(@TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("auth.json"), USER.formatted(""));

    AuthFile auth = AuthFile.read(file);

    assertThat(auth.size()).isEqualTo(1);
    assertThat(auth.toString()).contains("K").doesNotContain("secret");
    assertThat(String.valueOf(auth.find("K"))).contains("a").doesNotContain("=s");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | line 1: users: is required",
        "{\"users\": [], \"user\": 1} | line 1: user: is not known here; known are policies, users",
        "{\"users\": [] | line 1: not JSON",
        "{\"users\": [], \"users\": []} | line 1: users: stands here a second time",
        "{\"users\": [{}]} | line 1: users[0].name: is required",
        "{\"users\": [{\"name\": \"a b\"}]} | line 1: users[0].name: must match",
        "{\"users\": [{\"name\": \"a\", \"accessKeyId\": 5}]} | users[0].accessKeyId: must be a"
            + " string",
        "[] | line 1: must be an object",
      })
  void names_what_is_wrong_with_it(String text, String problem) {
    assertThatThrownBy(() -> AuthFile.parse(text))
        .isInstanceOf(AuthFormatException.class)
        .hasMessageContaining(problem);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"role\": \"r\" | users[0]: the keys of a role need a sessionToken",
        "\"expiration\": \"2026-01-01T00:00:00Z\" | only keys with a sessionToken expire",
        "\"sessionToken\": \"t\", \"expiration\": \"soon\" | users[0].expiration: must be a time",
        "\"policies\": \"none\" | there is no policy none",
        "\"policies\": [{\"Statement\": {\"Effect\": \"allow\"}}] | Effect: must be Allow or Deny",
        "\"policies\": [{\"Version\": \"2020-01-01\"}] | Version: must be 2012-10-17 or 2008-10-17",
        "\"policies\": [{\"Statement\": {\"Effect\": \"Allow\"}}] | must have either Action or"
            + " NotAction",
        "\"policies\": [{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"GetItem\"}}] |"
            + " Action: must be * or service:action",
        "\"policies\": [{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\","
            + " \"Resource\": \"Orders\"}}] | Resource: must be * or an ARN",
        "\"policies\": [{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\","
            + " \"Resource\": \"*\", \"Principal\": \"*\"}}] | Principal: is not known here",
        "\"policies\": [{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\","
            + " \"Resource\": \"*\", \"Condition\": {\"StringIs\": {\"a:b\": \"c\"}}}}] |"
            + " Condition.StringIs: there is no such condition operator",
        "\"policies\": [{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\","
            + " \"Resource\": \"*\", \"Condition\": {\"NumericEquals\": {\"a:b\": \"c\"}}}}] |"
            + " must be a number",
      })
  void names_what_is_wrong_with_a_user(String members, String problem) {
    assertThatThrownBy(() -> AuthFile.parse(USER.formatted(", " + members)))
        .isInstanceOf(AuthFormatException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void names_the_line() {
    assertThatThrownBy(
            () ->
                AuthFile.parse(
                    """
                    {
                      "users": [
                        {"name": "a",
                         "accessKeyId": "K",
                         "secretAccessKey": ""}
                      ]
                    }
                    """))
        .hasMessage("line 5: users[0].secretAccessKey: must be a string that is not empty");
  }

  @Test
  void does_not_take_one_key_for_two_users() {
    String user = "{\"name\": \"a\", \"accessKeyId\": \"K\", \"secretAccessKey\": \"s\"}";

    assertThatThrownBy(() -> AuthFile.parse("{\"users\": [" + user + "," + user + "]}"))
        .hasMessageContaining("users[1].accessKeyId: belongs to another user already");
  }
}
