package dev.assay.features.checker.cycle;

import dev.assay.features.checker.cycle.Edge.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which transaction comes before which. */
public final class Graph {
  private static final int MOST_STARTS = 2_000;

  private final List<List<Edge>> out = new ArrayList<>();
  private final Set<Known> known = new HashSet<>();
  private int edges;

  private record Known(int from, int to, Kind kind) {}

  /**
   * @param nodes transactions are numbered from 0 to one less
   */
  public Graph(int nodes) {
    for (int node = 0; node < nodes; node++) {
      out.add(new ArrayList<>());
    }
  }

  /**
   * Adds an edge, unless there is one of its kind between the two or it leads back to its start.
   */
  public void add(Edge edge) {
    if (edge.from() != edge.to() && known.add(new Known(edge.from(), edge.to(), edge.kind()))) {
      out.get(edge.from()).add(edge);
      edges++;
    }
  }

  public int edges() {
    return edges;
  }

  /** A shortest circle of such edges only. */
  public Optional<List<Edge>> cycle(Set<Kind> kinds) {
    int[] component = components(kinds);
    List<Edge> best = List.of();
    int starts = 0;
    for (int node = 0; node < out.size() && starts < MOST_STARTS; node++) {
      for (Edge edge : out.get(node)) {
        if (!kinds.contains(edge.kind()) || component[edge.to()] != component[node]) {
          continue;
        }
        starts++;
        best = shorter(best, closed(edge, kinds, component));
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /** A shortest circle of one edge of the first kind and a way back over the others. */
  public Optional<List<Edge>> cycleThrough(Kind first, Set<Kind> back) {
    Set<Kind> all = new HashSet<>(back);
    all.add(first);
    int[] component = components(all);
    List<Edge> best = List.of();
    int starts = 0;
    for (List<Edge> edgesOfNode : out) {
      for (Edge edge : edgesOfNode) {
        if (edge.kind() == first
            && component[edge.from()] == component[edge.to()]
            && starts++ < MOST_STARTS) {
          best = shorter(best, closed(edge, back, component));
        }
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  private static List<Edge> shorter(List<Edge> best, List<Edge> other) {
    return other.isEmpty() || (!best.isEmpty() && best.size() <= other.size()) ? best : other;
  }

  /** The edge and a shortest way back to its start; empty when there is none. */
  private List<Edge> closed(Edge edge, Set<Kind> back, int[] component) {
    Map<Integer, Edge> reachedBy = new HashMap<>();
    Deque<Integer> queue = new ArrayDeque<>(List.of(edge.to()));
    while (!queue.isEmpty() && !reachedBy.containsKey(edge.from())) {
      int node = queue.remove();
      for (Edge next : out.get(node)) {
        boolean fresh = next.to() != edge.to() && !reachedBy.containsKey(next.to());
        if (fresh && back.contains(next.kind()) && component[next.to()] == component[node]) {
          reachedBy.put(next.to(), next);
          queue.add(next.to());
        }
      }
    }
    List<Edge> way = new ArrayList<>();
    int node = edge.from();
    while (node != edge.to()) {
      Edge last = reachedBy.get(node);
      if (last == null) {
        return List.of();
      }
      way.add(last);
      node = last.from();
    }
    way.add(edge);
    Collections.reverse(way);
    return way;
  }

  /** Tarjan's strongly connected components, without recursion: the number of each node's. */
  private int[] components(Set<Kind> kinds) {
    int size = out.size();
    int[] index = new int[size];
    int[] low = new int[size];
    int[] position = new int[size];
    int[] component = new int[size];
    java.util.Arrays.fill(component, -1);
    Deque<Integer> path = new ArrayDeque<>();
    Deque<Integer> open = new ArrayDeque<>();
    int counter = 0;
    int found = 0;
    for (int root = 0; root < size; root++) {
      if (index[root] != 0) {
        continue;
      }
      path.push(root);
      while (!path.isEmpty()) {
        int node = path.getFirst();
        if (index[node] == 0) {
          index[node] = low[node] = ++counter;
          open.push(node);
        }
        int child = -1;
        List<Edge> next = out.get(node);
        while (position[node] < next.size() && child < 0) {
          Edge edge = next.get(position[node]);
          int to = edge.to();
          if (!kinds.contains(edge.kind())) {
            position[node]++;
          } else if (index[to] == 0) {
            child = to;
          } else {
            if (component[to] < 0) {
              low[node] = Math.min(low[node], low[to]);
            }
            position[node]++;
          }
        }
        if (child >= 0) {
          path.push(child);
          continue;
        }
        path.pop();
        if (low[node] == index[node]) {
          int member;
          do {
            member = open.pop();
            component[member] = found;
          } while (member != node);
          found++;
        }
      }
    }
    return component;
  }
}
