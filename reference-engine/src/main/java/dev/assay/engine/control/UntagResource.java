package dev.assay.engine.control;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.auth.AccessRequest;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.request.Constraints;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** UntagResource. Its response has no body. */
public final class UntagResource implements Operation {
  private static final class Request {
    private @Nullable String arn;
    private @Nullable List<String> keys;

    Request(JsonReader in) {
      in.request(
          name -> {
            switch (name) {
              case "ResourceArn" -> arn = in.string();
              case "TagKeys" -> keys = in.strings();
              default -> in.skip();
            }
          });
    }

    List<String> check() {
      Constraints.echoing().required("tagKeys", keys).verify();
      List<String> present = Objects.requireNonNull(keys);
      if (present.isEmpty()) {
        throw ServiceException.validation("Atleast one Tag Key needs to be provided as Input.");
      }
      Constraints constraints = Constraints.echoing();
      if (present.stream().anyMatch(key -> key.isEmpty() || key.length() > 128)) {
        constraints.broken(
            "tagKeys",
            present,
            "Member must satisfy constraint: [Member must have length less than or equal to 128,"
                + " Member must have length greater than or equal to 1]");
      }
      constraints.verify();
      return present;
    }
  }

  @Override
  public String name() {
    return "UntagResource";
  }

  @Override
  public void execute(Call call) {
    Region region = call.region();
    Request request = new Request(call.in());
    ResourceArn arn = ResourceArn.parse(region, name(), request.arn);
    List<String> keys = request.check();
    call.authorize(() -> AccessRequest.of(name(), arn.text()).with("aws:TagKeys", keys));
    arn.find(region).orElseThrow(IndexChanges::notFound);
    AttachedChange.make(
        region,
        arn.tableName(),
        table -> {
          Map<String, String> tags = new LinkedHashMap<>(table.attachments().tags());
          tags.keySet().removeAll(keys);
          return AttachedChange.atOnce(table.attachments().withTags(tags));
        });
  }
}
