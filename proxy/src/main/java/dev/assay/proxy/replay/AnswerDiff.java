package dev.assay.proxy.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Tells two answers apart as a client would: members of an object and of a DynamoDB set have no
 * order, everything else has. Headers are not compared: request ids, dates and checksums differ
 * always, and the rest says how the answer travels.
 */
public final class AnswerDiff {
  /** Members that name a moment or a thing made at it: no two stores agree on them. */
  public static final Set<String> IGNORED =
      Set.of(
          "CreationDateTime",
          "CreationRequestDateTime",
          "LastUpdateDateTime",
          "LastUpdateToPayPerRequestDateTime",
          "LastIncreaseDateTime",
          "LastDecreaseDateTime",
          "BackupCreationDateTime",
          "EarliestRestorableDateTime",
          "LatestRestorableDateTime",
          "TableId",
          "TableArn",
          "IndexArn",
          "LatestStreamArn",
          "LatestStreamLabel",
          "ShardIterator",
          "NextShardIterator");

  private static final Set<String> SETS = Set.of("SS", "NS", "BS");
  private static final String NOTHING = "nothing";
  private static final int MOST = 20;
  private static final int LONGEST = 200;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Set<String> ignored;
  private final List<Difference> found = new ArrayList<>();

  private AnswerDiff(Set<String> ignored) {
    this.ignored = ignored;
  }

  /**
   * The differences, at most twenty; none when the answers say the same.
   *
   * @param ignored names of members that may differ
   */
  public static List<Difference> between(
      int statusBefore, byte[] before, int statusNow, byte[] now, Set<String> ignored) {
    AnswerDiff diff = new AnswerDiff(ignored);
    if (statusBefore != statusNow) {
      diff.add("status", Integer.toString(statusBefore), Integer.toString(statusNow));
    }
    JsonNode left = parsed(before);
    JsonNode right = parsed(now);
    if (left == null || right == null) {
      if (!Arrays.equals(before, now)) {
        diff.add("body", text(before), text(now));
      }
    } else {
      diff.compare("", left, right);
    }
    return List.copyOf(diff.found);
  }

  private static @Nullable JsonNode parsed(byte[] body) {
    try {
      JsonNode read = JSON.readTree(body);
      return read == null || read.isMissingNode() ? null : read;
    } catch (IOException e) {
      return null;
    }
  }

  private void compare(String path, JsonNode left, JsonNode right) {
    if (left.isObject() && right.isObject()) {
      Set<String> names = new TreeSet<>();
      left.fieldNames().forEachRemaining(names::add);
      right.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        if (!ignored.contains(name)) {
          member(path.isEmpty() ? name : path + "." + name, name, left.get(name), right.get(name));
        }
      }
    } else if (left.isArray() && right.isArray() && left.size() == right.size()) {
      for (int i = 0; i < left.size(); i++) {
        compare(path + "[" + i + "]", left.get(i), right.get(i));
      }
    } else if (!left.equals(right)) {
      add(path, left.toString(), right.toString());
    }
  }

  private void member(String path, String name, @Nullable JsonNode left, @Nullable JsonNode right) {
    if (left == null || right == null) {
      add(
          path,
          left == null ? NOTHING : left.toString(),
          right == null ? NOTHING : right.toString());
    } else if (SETS.contains(name) && left.isArray() && right.isArray()) {
      if (!sorted(left).equals(sorted(right))) {
        add(path, left.toString(), right.toString());
      }
    } else {
      compare(path, left, right);
    }
  }

  private static List<String> sorted(JsonNode set) {
    return StreamSupport.stream(set.spliterator(), false).map(JsonNode::toString).sorted().toList();
  }

  private void add(String path, String before, String now) {
    if (found.size() < MOST) {
      found.add(new Difference(path, cut(before), cut(now)));
    }
  }

  private static String text(byte[] body) {
    return body.length == 0 ? NOTHING : new String(body, StandardCharsets.UTF_8);
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
