package dev.assay.engine.auth;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an operation asks leave for: an action on a resource, and what conditions may ask
 * about it. A key that is given nothing is not in the request, as the service has it.
 *
 * @param action such as {@code dynamodb:GetItem}
 * @param resourceArn of the table, index or stream; {@code *} for actions without a resource
 * @param keys condition keys with their values
 */
public record AccessRequest(String action, String resourceArn, Map<String, List<String>> keys) {
  public AccessRequest {
    keys = Map.copyOf(keys);
  }

  /**
   * @param action without its prefix, such as {@code GetItem}
   */
  public static AccessRequest of(String action, String resourceArn) {
    return new AccessRequest("dynamodb:" + action, resourceArn, Map.of());
  }

  /** The partition key values that it touches: strings, numbers in plain text, binary in Base64. */
  public AccessRequest leadingKeys(Collection<String> values) {
    return with("dynamodb:LeadingKeys", values);
  }

  /** The top-level attributes that it names, reads or writes, keys included. */
  public AccessRequest attributes(Collection<String> names) {
    return with("dynamodb:Attributes", names);
  }

  /** What a read returns: the request's Select, or what its projection amounts to. */
  public AccessRequest select(@Nullable String select) {
    return with("dynamodb:Select", select);
  }

  public AccessRequest returnValues(@Nullable String returnValues) {
    return with("dynamodb:ReturnValues", returnValues);
  }

  public AccessRequest returnConsumedCapacity(@Nullable String mode) {
    return with("dynamodb:ReturnConsumedCapacity", mode);
  }

  /** The transaction or batch of which this is a part. */
  public AccessRequest enclosingOperation(String operation) {
    return with("dynamodb:EnclosingOperation", operation);
  }

  /** Whether a PartiQL statement reads the whole table. */
  public AccessRequest fullTableScan(boolean full) {
    return with("dynamodb:FullTableScan", String.valueOf(full));
  }

  /** The tags that the request gives to a resource, or takes from it (then without values). */
  public AccessRequest requestTags(Map<String, String> tags) {
    AccessRequest tagged = with("aws:TagKeys", tags.keySet());
    for (Map.Entry<String, String> tag : tags.entrySet()) {
      tagged = tagged.with("aws:RequestTag/" + tag.getKey(), tag.getValue());
    }
    return tagged;
  }

  /** Any condition key; nothing is added if the value is null. */
  public AccessRequest with(String key, @Nullable String value) {
    return value == null ? this : with(key, List.of(value));
  }

  /** Any condition key; nothing is added if there are no values. */
  public AccessRequest with(String key, Collection<String> values) {
    if (values.isEmpty()) {
      return this;
    }
    Map<String, List<String>> more = new TreeMap<>(keys);
    more.put(key, new ArrayList<>(values));
    return new AccessRequest(action, resourceArn, more);
  }
}
