package dev.assay.engine.control;

import dev.assay.engine.api.Region;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.request.Choices;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.table.Encryption;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An SSE specification as a request gives it. */
public record EncryptionRequest(
    @Nullable Boolean enabled, @Nullable String type, @Nullable String keyId) {
  private static final Choices TYPES = Choices.of("AES256", "KMS");
  private static final String SERVICE_KEY = "alias/aws/dynamodb";

  private static final class Draft {
    private @Nullable Boolean enabled;
    private @Nullable String type;
    private @Nullable String keyId;
  }

  public static @Nullable EncryptionRequest read(JsonReader in) {
    Draft draft = new Draft();
    boolean present =
        in.structure(
            "SSESpecification",
            name -> {
              switch (name) {
                case "Enabled" -> draft.enabled = in.bool();
                case "SSEType" -> draft.type = in.string();
                case "KMSMasterKeyId" -> draft.keyId = in.string();
                default -> in.skip();
              }
            });
    return present ? new EncryptionRequest(draft.enabled, draft.type, draft.keyId) : null;
  }

  public static void check(Constraints constraints, @Nullable EncryptionRequest encryption) {
    if (encryption != null) {
      constraints.oneOf("sSESpecification.sSEType", encryption.type, TYPES);
    }
  }

  /** Writes it as it was asked for. */
  public void write(JsonWriter out, String member) {
    out.startObject(member);
    if (enabled != null) {
      out.member("Enabled", enabled);
    }
    if (type != null) {
      out.member("SSEType", type);
    }
    if (keyId != null) {
      out.member("KMSMasterKeyId", keyId);
    }
    out.endObject();
  }

  public boolean isEnabled() {
    return Boolean.TRUE.equals(enabled);
  }

  /** Refuses parts that do not go together. */
  public void checkParts() {
    if (!isEnabled() && keyId != null) {
      throw InvalidParameter.because(
          "KMSMasterKeyId can only be specified when SSESpecification is enabled");
    }
    if ("AES256".equals(type) && isEnabled()) {
      throw InvalidParameter.because("SSEType AES256 is not supported");
    }
  }

  private static String keyOf(Region region, String alias) {
    String owned = region.accountId() + region.name() + alias;
    return UUID.nameUUIDFromBytes(owned.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /**
   * The encryption asked for, or null for the service's own key. There is no key store to look a
   * key up in: an alias always stands for the same key.
   */
  public @Nullable Encryption in(Region region) {
    if (!isEnabled()) {
      return null;
    }
    String key = keyId == null ? SERVICE_KEY : keyId;
    if (key.startsWith("arn:") && key.contains(":key/")) {
      return new Encryption(key);
    }
    int alias = key.indexOf("alias/");
    String id = alias < 0 ? key : keyOf(region, key.substring(alias));
    return new Encryption("arn:aws:kms:" + region.name() + ":" + region.accountId() + ":key/" + id);
  }
}
