package dev.assay.engine.scaling.api;

import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.request.Constraints;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/** One page of a list, from a place that its token names. */
record ScalingPage<T>(List<T> all, int start, int end) {

  static void check(Constraints constraints, ScalingRequest request, int most) {
    constraints.range("maxResults", request.maxResults, 1, most);
  }

  /**
   * The page that a request asks for.
   *
   * @throws ServiceException InvalidNextTokenException if its token is none of these
   */
  static <T> ScalingPage<T> of(List<T> all, ScalingRequest request, int most) {
    int start = request.nextToken == null ? 0 : place(request.nextToken);
    if (start > all.size()) {
      start = all.size();
    }
    int size = request.maxResults == null ? most : (int) (long) request.maxResults;
    return new ScalingPage<>(all, start, Math.min(all.size(), start + size));
  }

  private static int place(String token) {
    try {
      byte[] read = Base64.getUrlDecoder().decode(token);
      return Integer.parseUnsignedInt(new String(read, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException none) {
      // The words are not established.
      throw new ServiceException(ErrorType.INVALID_NEXT_TOKEN, "Invalid token");
    }
  }

  void write(JsonWriter out, String member, Consumer<T> each) {
    out.startObject().startArray(member);
    all.subList(start, end).forEach(each);
    out.endArray();
    if (end < all.size()) {
      byte[] token = Integer.toString(end).getBytes(StandardCharsets.UTF_8);
      out.member("NextToken", Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }
    out.endObject();
  }
}
