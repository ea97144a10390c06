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

/** TagResource. Its response has no body. */
public final class TagResource implements Operation {
  private static final class Request {
    private @Nullable String arn;
    private @Nullable List<TagRequest> tags;

    Request(JsonReader in) {
      in.request(
          name -> {
            switch (name) {
              case "ResourceArn" -> arn = in.string();
              case "Tags" -> tags = TagRequest.readList(in);
              default -> in.skip();
            }
          });
    }

    List<TagRequest> check() {
      Constraints constraints = Constraints.echoing().required("tags", tags);
      TagRequest.check(constraints, tags);
      constraints.verify();
      List<TagRequest> present = Objects.requireNonNull(tags);
      if (present.isEmpty()) {
        throw ServiceException.validation("Atleast one Tag needs to be provided as Input.");
      }
      return present;
    }
  }

  @Override
  public String name() {
    return "TagResource";
  }

  @Override
  public void execute(Call call) {
    Region region = call.region();
    Request request = new Request(call.in());
    ResourceArn arn = ResourceArn.parse(region, name(), request.arn);
    List<TagRequest> tags = request.check();
    call.authorize(() -> AccessRequest.of(name(), arn.text()).requestTags(values(tags)));
    arn.find(region).orElseThrow(() -> Tags.notFound(arn));
    AttachedChange.make(
        region,
        arn.tableName(),
        table ->
            AttachedChange.atOnce(
                table.attachments().withTags(Tags.with(table.attachments().tags(), tags))));
  }

  private static Map<String, String> values(List<TagRequest> tags) {
    Map<String, String> values = new LinkedHashMap<>();
    tags.forEach(
        tag -> values.put(Objects.requireNonNull(tag.key()), Objects.requireNonNull(tag.value())));
    return values;
  }
}
