package dev.assay.engine.table;

/**
 * Encryption with a key other than the service's own.
 *
 * @param keyArn the key's ARN in KMS
 * @param status ENABLED, or UPDATING while the key changes
 */
public record Encryption(String keyArn, String status) {
  public Encryption(String keyArn) {
    this(keyArn, "ENABLED");
  }
}
