package dev.assay.reports.event;

import java.util.Locale;

/** One header line. */
public record Header(String name, String value) {

  /**
   * The same header with nothing in it that would let a reader of a report act as the tester: a
   * session token goes, of an authorization only the signature does, since scope and signed headers
   * are evidence.
   */
  Header withoutSecrets() {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "x-amz-security-token", "cookie" -> new Header(name, "(withheld)");
      case "authorization" -> new Header(name, withoutSignature());
      default -> this;
    };
  }

  private String withoutSignature() {
    int signature = value.indexOf("Signature=");
    return signature < 0 ? "(withheld)" : value.substring(0, signature) + "Signature=(withheld)";
  }
}
