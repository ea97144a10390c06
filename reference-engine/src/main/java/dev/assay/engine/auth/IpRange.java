package dev.assay.engine.auth;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Addresses that share their first bits, as {@code 203.0.113.0/24} or {@code 2001:db8::/32}. */
record IpRange(byte[] network, int prefixBits) {
  /** Reads an address with or without a prefix length; null if it is neither. */
  static @Nullable IpRange parse(String text) {
    int slash = text.indexOf('/');
    byte[] network = address(slash < 0 ? text : text.substring(0, slash));
    if (network == null) {
      return null;
    }
    int all = network.length * 8;
    if (slash < 0) {
      return new IpRange(network, all);
    }
    String bits = text.substring(slash + 1);
    if (!bits.matches("\\d{1,3}") || Integer.parseInt(bits) > all) {
      return null;
    }
    return new IpRange(network, Integer.parseInt(bits));
  }

  boolean contains(String text) {
    byte[] other = address(text);
    if (other == null || other.length != network.length) {
      return false;
    }
    for (int bit = 0; bit < prefixBits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((network[bit / 8] & mask) != (other[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static byte @Nullable [] address(String text) {
    // Anything else would be looked up as a name.
    boolean version4 = text.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    if (!version4 && !text.matches("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
      return null;
    }
    try {
      return InetAddress.getByName(text).getAddress();
    } catch (UnknownHostException e) {
      return null;
    }
  }
}
