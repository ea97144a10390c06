package dev.assay.engine.control;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.auth.AccessRequest;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.store.Table;
import org.jspecify.annotations.Nullable;

/** ListTagsOfResource. All tags that a resource can have fit one page. */
public final class ListTagsOfResource implements Operation {
  @Override
  public String name() {
    return "ListTagsOfResource";
  }

  @Override
  public void execute(Call call) {
    Region region = call.region();
    ResourceArn arn = ResourceArn.parse(region, name(), readArn(call.in()));
    call.authorize(() -> AccessRequest.of(name(), arn.text()));
    Table table = arn.find(region).orElseThrow(() -> Tags.notFound(arn));
    JsonWriter out = call.out().startObject().startArray("Tags");
    table
        .definition()
        .attachments()
        .tags()
        .forEach(
            (key, value) ->
                out.startObject().member("Key", key).member("Value", value).endObject());
    out.endArray().endObject();
  }

  /** Reads a request of which only the ARN counts. */
  static @Nullable String readArn(JsonReader in) {
    String[] arn = new String[1];
    in.request(
        name -> {
          if (name.equals("ResourceArn")) {
            arn[0] = in.string();
          } else {
            in.skip();
          }
        });
    return arn[0];
  }
}
