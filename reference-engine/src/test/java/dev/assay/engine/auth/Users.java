package dev.assay.engine.auth;

/** Files of keys for tests. */
final class Users {
  static final String KEY = "AKIATEST";
  static final String SECRET = "wJalrXUtnFEMI/K7MDENG";
  static final String ACCOUNT = "000000000000";
  static final String TABLE = "arn:aws:dynamodb:us-east-1:" + ACCOUNT + ":table/Orders";

  private Users() {}

  /** One user, alice, whose policy has these statements. */
  static AuthFile alice(String... statements) {
    return parse(
        """
        {"users": [{"name": "alice", "accessKeyId": "%s", "secretAccessKey": "%s",
          "tags": {"team": "blue"},
          "policies": [{"Version": "2012-10-17", "Statement": [%s]}]}]}
        """
            .formatted(KEY, SECRET, String.join(",", statements)));
  }

  /** One session of a role, with a token that ends at noon of 2026-01-01. */
  static AuthFile session() {
    return parse(
        """
        {"policies": {"all": {"Version": "2012-10-17",
            "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}},
         "users": [{"name": "app", "role": "reader", "accessKeyId": "%s", "secretAccessKey": "%s",
          "sessionToken": "TOKEN", "expiration": "2026-01-01T12:00:00Z", "policies": "all"}]}
        """
            .formatted(KEY, SECRET));
  }

  static AuthFile parse(String text) {
    try {
      return AuthFile.parse(text);
    } catch (AuthFormatException e) {
      throw new AssertionError(e);
    }
  }
}
