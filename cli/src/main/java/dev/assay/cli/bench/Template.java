package dev.assay.cli.bench;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One HTTP request, made once and then only stamped with key numbers. The client shares its two
 * cores with the store that it measures, so a request must cost no more than a copy.
 */
final class Template {
  /** Digits of a key's number in a request; keys are below 10 to that power. */
  static final int DIGITS = 8;

  private static final String BLANK = "0".repeat(DIGITS);

  /**
   * Nobody checks it: the stores that are measured take any signature, and Amazon's own is not for
   * measuring.
   */
  private static final String AUTHORIZATION =
      "AWS4-HMAC-SHA256 Credential=assaybench/20260101/us-east-1/dynamodb/aws4_request,"
          + " SignedHeaders=content-type;host;x-amz-date;x-amz-target, Signature="
          + "0".repeat(64);

  /**
   * Where a number goes.
   *
   * @param offset of its first digit in the request
   * @param step how many strides after the request's key its own key lies
   * @param divisor what that key is divided by, to name the group that it is in
   */
  private record Slot(int offset, int step, int divisor) {}

  private final byte[] bytes;
  private final List<Slot> slots;

  private Template(byte[] bytes, List<Slot> slots) {
    this.bytes = bytes;
    this.slots = slots;
  }

  int length() {
    return bytes.length;
  }

  /** Puts the request for a key of the key space into an empty buffer, ready to be sent. */
  void stamp(ByteBuffer buffer, long key, KeySpace keys) {
    buffer.clear();
    buffer.put(bytes);
    for (int index = 0; index < slots.size(); index++) {
      Slot slot = slots.get(index);
      long number = keys.after(key, slot.step()) / slot.divisor();
      for (int at = slot.offset() + DIGITS - 1; at >= slot.offset(); at--) {
        buffer.put(at, (byte) ('0' + number % 10));
        number /= 10;
      }
    }
    buffer.flip();
  }

  /** Writes the body of a request with holes for key numbers. ASCII only. */
  static final class Writer {
    private final StringBuilder body = new StringBuilder();
    private final List<Slot> slots = new ArrayList<>();

    Writer text(String text) {
      body.append(text);
      return this;
    }

    /** The number of the key that lies so many strides after the request's own. */
    Writer key(int step) {
      return hole(step, 1);
    }

    /** The number of that key's group, of so many keys each. */
    Writer group(int step, int groupSize) {
      return hole(step, groupSize);
    }

    private Writer hole(int step, int divisor) {
      slots.add(new Slot(body.length(), step, divisor));
      body.append(BLANK);
      return this;
    }

    /** The whole request for an operation of the store at that address. */
    Template post(String operation, URI endpoint) {
      String head =
          "POST / HTTP/1.1\r\nHost: "
              + endpoint.getRawAuthority()
              + "\r\nContent-Type: application/x-amz-json-1.0\r\nX-Amz-Target: DynamoDB_20120810."
              + operation
              + "\r\nX-Amz-Date: 20260101T000000Z\r\nAuthorization: "
              + AUTHORIZATION
              + "\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n";
      List<Slot> shifted =
          slots.stream()
              .map(slot -> new Slot(slot.offset() + head.length(), slot.step(), slot.divisor()))
              .toList();
      return new Template((head + body).getBytes(StandardCharsets.US_ASCII), shifted);
    }
  }
}
