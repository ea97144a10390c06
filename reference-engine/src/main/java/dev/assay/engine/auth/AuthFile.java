package dev.assay.engine.auth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may call the engine and what each may do; {@code docs/auth-file.md} describes the format. */
public final class AuthFile {
  private static final Set<String> ROOT = Set.of("users", "policies");
  private static final Set<String> USER =
      Set.of(
          "name",
          "role",
          "accessKeyId",
          "secretAccessKey",
          "sessionToken",
          "expiration",
          "userId",
          "tags",
          "context",
          "policies");

  private final Map<String, Identity> byAccessKey;

  private AuthFile(Map<String, Identity> byAccessKey) {
    this.byAccessKey = Map.copyOf(byAccessKey);
  }

  /**
   * Reads a file.
   *
   * @throws AuthFormatException if it is not such a file: names the line and the field
   */
  public static AuthFile read(Path file) throws IOException, AuthFormatException {
    return parse(Files.readString(file));
  }

  /** Reads the text of such a file. */
  public static AuthFile parse(String text) throws AuthFormatException {
    Field root = JsonDocument.read(text);
    root.allowOnly(ROOT);
    Map<String, Policy> named = namedPolicies(root.find("policies"));
    Map<String, Identity> byAccessKey = new HashMap<>();
    for (Field user : root.require("users").elements()) {
      Identity identity = identity(user, named);
      if (byAccessKey.put(identity.accessKeyId(), identity) != null) {
        throw user.require("accessKeyId").problem("belongs to another user already");
      }
    }
    return new AuthFile(byAccessKey);
  }

  /**
   * One user who may do everything.
   *
   * @param sessionToken null for keys that last
   */
  public static AuthFile ofOne(
      String accessKeyId, String secretAccessKey, @Nullable String sessionToken) {
    try {
      Policy all =
          PolicyReader.forIdentity()
              .read(
                  JsonDocument.read(
                      "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}"));
      String name = "user";
      return new AuthFile(
          Map.of(
              accessKeyId,
              new Identity(
                  name,
                  null,
                  accessKeyId,
                  secretAccessKey,
                  sessionToken,
                  null,
                  name,
                  Map.of(),
                  Map.of(),
                  List.of(all))));
    } catch (AuthFormatException e) {
      throw new IllegalStateException("a policy of our own cannot be read", e);
    }
  }

  private static Map<String, Policy> namedPolicies(@Nullable Field policies)
      throws AuthFormatException {
    Map<String, Policy> named = new HashMap<>();
    if (policies != null) {
      for (Field policy : policies.memberFields()) {
        named.put(
            policy.path().substring(policies.path().length() + 1),
            PolicyReader.forIdentity().read(policy));
      }
    }
    return named;
  }

  private static Identity identity(Field user, Map<String, Policy> named)
      throws AuthFormatException {
    user.allowOnly(USER);
    String name = matching(user.require("name"), "[\\w+=,.@-]{1,64}");
    Field roleField = user.find("role");
    String role = roleField == null ? null : matching(roleField, "[\\w+=,.@-]{1,64}");
    String token = user.findText("sessionToken");
    Field expiration = user.find("expiration");
    if (token == null && role != null) {
      throw user.problem("the keys of a role need a sessionToken");
    }
    if (token == null && expiration != null) {
      throw expiration.problem("only keys with a sessionToken expire");
    }
    String userId = user.findText("userId");
    return new Identity(
        name,
        role,
        matching(user.require("accessKeyId"), "\\w{1,128}"),
        user.requireText("secretAccessKey"),
        token,
        expiration == null ? null : instant(expiration),
        userId != null ? userId : role == null ? name : role + ':' + name,
        texts(user.find("tags")),
        texts(user.find("context")),
        policies(user.find("policies"), named));
  }

  private static String matching(Field field, String pattern) throws AuthFormatException {
    if (!field.text().matches(pattern)) {
      throw field.problem("must match " + pattern);
    }
    return field.text();
  }

  private static Instant instant(Field field) throws AuthFormatException {
    try {
      return Instant.parse(field.text());
    } catch (DateTimeParseException e) {
      throw field.problem("must be a time such as 2026-01-31T12:00:00Z");
    }
  }

  private static Map<String, String> texts(@Nullable Field texts) throws AuthFormatException {
    Map<String, String> values = new LinkedHashMap<>();
    if (texts != null) {
      for (Map.Entry<String, Json> text : texts.members().entrySet()) {
        values.put(
            text.getKey(),
            new Field(Field.memberPath(texts.path(), text.getKey()), text.getValue()).scalarText());
      }
    }
    return values;
  }

  private static List<Policy> policies(@Nullable Field policies, Map<String, Policy> named)
      throws AuthFormatException {
    List<Policy> attached = new ArrayList<>();
    if (policies == null) {
      return attached;
    }
    for (Field policy : policies.oneOrMore()) {
      if (policy.value() instanceof Json.Text name) {
        Policy known = named.get(name.value());
        if (known == null) {
          throw policy.problem("there is no policy " + name.value() + " among the policies");
        }
        attached.add(known);
      } else {
        attached.add(PolicyReader.forIdentity().read(policy));
      }
    }
    return List.copyOf(attached);
  }

  @Nullable Identity find(String accessKeyId) {
    return byAccessKey.get(accessKeyId);
  }

  /** How many keys it holds. */
  public int size() {
    return byAccessKey.size();
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "AuthFile[" + byAccessKey.keySet() + ']';
  }
}
