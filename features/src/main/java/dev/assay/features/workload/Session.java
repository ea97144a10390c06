package dev.assay.features.workload;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One client: what it is called, where it goes, and what it saw last.
 *
 * @param seen the last value of each key
 */
record Session(String client, Place place, Map<String, OptionalLong> seen) {
  static Session of(String client, Place place) {
    return new Session(client, place, new ConcurrentHashMap<>());
  }
}
