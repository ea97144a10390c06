package dev.assay.engine.control;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.request.Access;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.table.Membership;
import dev.assay.engine.table.TableAttachments;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.table.TimeToLive;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** UpdateTimeToLive. */
public final class UpdateTimeToLive implements Operation {
  private static final class Request {
    private @Nullable String tableName;
    private boolean specified;
    private @Nullable Boolean enabled;
    private @Nullable String attribute;

    Request(JsonReader in) {
      in.request(
          name -> {
            switch (name) {
              case "TableName" -> tableName = in.string();
              case "TimeToLiveSpecification" ->
                  specified =
                      in.structure("TimeToLiveSpecification", member -> readMember(member, in));
              default -> in.skip();
            }
          });
    }

    private void readMember(String member, JsonReader in) {
      switch (member) {
        case "Enabled" -> enabled = in.bool();
        case "AttributeName" -> attribute = in.string();
        default -> in.skip();
      }
    }

    /** Checks each member, and gives the table's name. */
    String check() {
      String name = TableName.checkLength(tableName);
      Constraints constraints = Constraints.echoing();
      TableName.checkPattern(constraints, name);
      if (specified) {
        constraints
            .required("timeToLiveSpecification.enabled", enabled)
            .required("timeToLiveSpecification.attributeName", attribute)
            .length("timeToLiveSpecification.attributeName", attribute, 1, 255);
      } else {
        constraints.required("timeToLiveSpecification", null);
      }
      constraints.verify();
      return name;
    }
  }

  @Override
  public String name() {
    return "UpdateTimeToLive";
  }

  @Override
  public void execute(Call call) {
    Request request = new Request(call.in());
    String tableName = request.check();
    boolean enabled = Objects.requireNonNull(request.enabled);
    String attribute = Objects.requireNonNull(request.attribute);
    Region region = call.region();
    call.authorize(() -> Access.toTable(region, name(), tableName));
    boolean unused =
        region.network().exclusively(() -> change(region, tableName, enabled, attribute));
    call.out()
        .startObject()
        .startObject("TimeToLiveSpecification")
        .member("Enabled", enabled)
        .member("AttributeName", attribute)
        .endObject()
        .endObject();
  }

  /** Changes it in the region, and in those of the other replicas. */
  private static boolean change(
      Region region, String tableName, boolean enabled, String attribute) {
    TableDefinition table =
        AttachedChange.make(
            region,
            tableName,
            definition -> {
              Membership membership = Replicas.membership(definition);
              if (membership != null && membership.isStrong()) {
                throw ReplicaRules.timeToLive();
              }
              Replicas.others(region, definition)
                  .forEach(other -> Replicas.requireUp(other.region()));
              return change(region, definition.attachments(), enabled, attribute);
            });
    for (Replicas.Replica other : Replicas.others(region, table)) {
      var unused =
          AttachedChange.make(
              other.region(),
              table.name(),
              definition -> change(other.region(), definition.attachments(), enabled, attribute));
    }
    return true;
  }

  private static AttachedChange change(
      Region region, TableAttachments attachments, boolean enabled, String attribute) {
    TimeToLive current = attachments.timeToLive();
    Instant now = region.clock().instant();
    String active = current.attribute();
    if (active == null && !enabled) {
      throw ServiceException.validation("TimeToLive is already disabled");
    }
    if (active != null && !active.equals(attribute)) {
      throw ServiceException.validation(
          "TimeToLive is active on a different AttributeName: current AttributeName is " + active);
    }
    if (active != null && enabled) {
      throw ServiceException.validation("TimeToLive is already enabled");
    }
    Instant changedAt = current.changedAt();
    if (changedAt != null && now.isBefore(changedAt.plus(region.durations().timeToLivePause()))) {
      throw ServiceException.validation(
          "Time to live has been modified multiple times within a fixed interval");
    }
    TimeToLive passing =
        new TimeToLive(
            enabled ? TimeToLive.Status.ENABLING : TimeToLive.Status.DISABLING, attribute, now);
    TimeToLive steady =
        enabled
            ? new TimeToLive(TimeToLive.Status.ENABLED, attribute, now)
            : new TimeToLive(TimeToLive.Status.DISABLED, null, now);
    return new AttachedChange(
        attachments.withTimeToLive(passing),
        then -> then.timeToLive().equals(passing) ? then.withTimeToLive(steady) : then);
  }
}
