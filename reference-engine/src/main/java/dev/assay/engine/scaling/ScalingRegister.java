package dev.assay.engine.scaling;

import dev.assay.engine.durable.Ledger;
import dev.assay.engine.durable.MemoryLedger;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What scales in one region. Targets and policies outlive the process by the ledger, and their
 * table too, as the service has it; activities are kept in memory, the newest only. Safe for use by
 * several threads.
 */
public final class ScalingRegister {
  private static final String KIND = "scalable-target";
  private static final int MOST_ACTIVITIES = 1_000;

  private final String region;
  private final String accountId;
  private final Clock clock;
  private final Supplier<String> uuids;
  private final Consumer<Boolean> scaling;
  private Ledger ledger = new MemoryLedger();
  private final NavigableMap<Subject, ScalableTarget> targets = new TreeMap<>();
  private final NavigableMap<Subject, ScalingPolicy> policies = new TreeMap<>();
  private final Deque<ScalingActivity> activities = new ArrayDeque<>();

  /**
   * The register of a region, which is empty.
   *
   * @param scaling told whether anything scales now
   */
  public ScalingRegister(
      String region,
      String accountId,
      Clock clock,
      Supplier<String> uuids,
      Consumer<Boolean> scaling) {
    this.region = region;
    this.accountId = accountId;
    this.clock = clock;
    this.uuids = uuids;
    this.scaling = scaling;
  }

  /** Takes up what a ledger has of the region, and keeps everything there from now on. */
  public synchronized void open(Ledger kept) {
    ledger = kept;
    for (byte[] document : ledger.all(KIND).values()) {
      ScalingDocument read = ScalingDocument.read(document);
      if (read.region().equals(region)) {
        targets.put(read.target().subject(), read.target());
        if (read.policy() != null) {
          policies.put(read.target().subject(), read.policy());
        }
      }
    }
    scaling.accept(!targets.isEmpty());
  }

  /** Registers a target, or changes the one of its subject. */
  public synchronized ScalableTarget register(
      Subject subject, long min, long max, ScalableTarget.Suspension suspension) {
    ScalableTarget known = targets.get(subject);
    ScalableTarget target =
        new ScalableTarget(
            subject,
            min,
            max,
            roleArn(accountId),
            known == null ? targetArn(uuids.get()) : known.arn(),
            known == null ? clock.instant() : known.createdAt(),
            suspension);
    targets.put(subject, target);
    keep(subject);
    scaling.accept(true);
    return target;
  }

  /** The role that the service acts in for tables, whatever role a request names. */
  public static String roleArn(String accountId) {
    return "arn:aws:iam::"
        + accountId
        + ":role/aws-service-role/dynamodb.application-autoscaling.amazonaws.com/"
        + "AWSServiceRoleForApplicationAutoScaling_DynamoDBTable";
  }

  private String targetArn(String id) {
    return "arn:aws:application-autoscaling:"
        + region
        + ":"
        + accountId
        + ":scalable-target/"
        + id.replace("-", "");
  }

  /** Gives a registered target its policy, or changes the one that it has. */
  public synchronized ScalingPolicy apply(
      Subject subject, String name, ScalingPolicy.Tracking tracking) {
    ScalingPolicy known = policies.get(subject);
    ScalingPolicy policy =
        known != null && known.name().equals(name)
            ? new ScalingPolicy(
                subject, name, known.arn(), known.createdAt(), tracking, known.alarms())
            : new ScalingPolicy(
                subject,
                name,
                policyArn(subject, name),
                clock.instant(),
                tracking,
                Stream.generate(uuids).limit(ScalingPolicy.alarmCount()).toList());
    policies.put(subject, policy);
    keep(subject);
    return policy;
  }

  private String policyArn(Subject subject, String name) {
    return "arn:aws:autoscaling:"
        + region
        + ":"
        + accountId
        + ":scalingPolicy:"
        + uuids.get()
        + ":resource/dynamodb/"
        + subject.resourceId()
        + ":policyName/"
        + name;
  }

  /** Has a table scale as another region has the table of its name scale. */
  public void copy(ScalingRegister other, String table) {
    for (ScalableTarget target : other.targets()) {
      if (target.subject().table().equals(table)) {
        ScalableTarget unused =
            register(target.subject(), target.min(), target.max(), target.suspension());
        other
            .policy(target.subject())
            .ifPresent(
                policy -> {
                  ScalingPolicy same = apply(policy.subject(), policy.name(), policy.tracking());
                  Objects.requireNonNull(same);
                });
      }
    }
  }

  /** Takes a target off, with its policy; false if there was none. */
  public synchronized boolean removeTarget(Subject subject) {
    policies.remove(subject);
    ledger.remove(KIND, id(subject));
    boolean removed = targets.remove(subject) != null;
    scaling.accept(!targets.isEmpty());
    return removed;
  }

  /** Takes the policy of a name off; false if there was none. */
  public synchronized boolean removePolicy(Subject subject, String name) {
    ScalingPolicy policy = policies.get(subject);
    if (policy == null || !policy.name().equals(name)) {
      return false;
    }
    policies.remove(subject);
    keep(subject);
    return true;
  }

  private void keep(Subject subject) {
    ScalableTarget target = targets.get(subject);
    if (target != null) {
      byte[] document = new ScalingDocument(region, target, policies.get(subject)).write();
      ledger.put(KIND, id(subject), document);
    }
  }

  private String id(Subject subject) {
    return region + "|" + subject.resourceId() + "|" + subject.dimension().word();
  }

  public synchronized Optional<ScalableTarget> target(Subject subject) {
    return Optional.ofNullable(targets.get(subject));
  }

  public synchronized Optional<ScalingPolicy> policy(Subject subject) {
    return Optional.ofNullable(policies.get(subject));
  }

  /** All targets, by resource and dimension. */
  public synchronized List<ScalableTarget> targets() {
    return List.copyOf(targets.values());
  }

  /** All policies, by resource and dimension. */
  public synchronized List<ScalingPolicy> policies() {
    return List.copyOf(policies.values());
  }

  /** Whether the writes of a table, or of an index of it, scale by a policy. */
  public synchronized boolean scalesWrites(String table, @Nullable String index) {
    return policies.containsKey(Subject.of(table, index, true));
  }

  /** Notes what was done. */
  public synchronized void note(ScalingActivity activity) {
    activities.addFirst(activity);
    if (activities.size() > MOST_ACTIVITIES) {
      activities.removeLast();
    }
  }

  /** What was done, the newest first. */
  public synchronized List<ScalingActivity> activities() {
    return List.copyOf(activities);
  }
}
