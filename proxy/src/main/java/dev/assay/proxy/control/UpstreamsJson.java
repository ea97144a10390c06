package dev.assay.proxy.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.proxy.route.Health;
import dev.assay.proxy.route.HealthChange;
import dev.assay.proxy.route.Router;
import dev.assay.proxy.route.Upstream;
import java.util.Locale;

/** The upstreams, how they are and how it is decided between them, as GET /upstreams shows it. */
final class UpstreamsJson {
  private UpstreamsJson() {}

  static ObjectNode write(Router router) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("policy", router.routing().policy().word());
    json.put("health_checked", router.routing().health().isPresent());
    ArrayNode upstreams = json.putArray("upstreams");
    for (Upstream upstream : router.routing().upstreams()) {
      Health health = router.healthOf(upstream);
      ObjectNode one = upstreams.addObject();
      one.put("name", upstream.name())
          .put("url", upstream.address().toString())
          .put("region", upstream.region())
          .put("az", upstream.az())
          .put("weight", upstream.weight())
          .put("priority", upstream.priority().name().toLowerCase(Locale.ROOT))
          .put("healthy", health.healthy())
          .put("last_failure", health.lastFailure());
      if (health.latencyNanos().isPresent()) {
        one.put("latency_ms", health.latencyNanos().getAsLong() / 1e6);
      } else {
        one.putNull("latency_ms");
      }
    }
    ArrayNode changes = json.putArray("changes");
    for (HealthChange change : router.changes()) {
      changes
          .addObject()
          .put("at_ns", change.atNanos())
          .put("upstream", change.upstream())
          .put("healthy", change.healthy())
          .put("reason", change.reason());
    }
    return json;
  }
}
