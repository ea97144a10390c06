package dev.assay.engine.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.ManualClock;
import dev.assay.engine.durable.Ledger;
import dev.assay.engine.durable.MemoryLedger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What scales in a region")
class ScalingRegisterTest {
  private static final Subject WRITES = Subject.of("Orders", null, true);
  private static final Subject INDEX = Subject.of("Orders", "byX", false);

  private final Ledger ledger = new MemoryLedger();
  private final List<Boolean> told = new ArrayList<>();

  private ScalingRegister in(String region) {
    ScalingRegister register =
        new ScalingRegister(region, "000000000000", ManualClock.atNoon(), () -> "id", told::add);
    register.open(ledger);
    return register;
  }

  private ScalingRegister filled() {
    ScalingRegister register = in("us-east-1");
    var suspension = new ScalableTarget.Suspension(true, false, true);
    assertThat(register.register(WRITES, 1, 10, suspension).max()).isEqualTo(10);
    assertThat(register.register(INDEX, 2, 20, suspension).max()).isEqualTo(20);
    var tracking = new ScalingPolicy.Tracking(62.5, 30, null, false);
    assertThat(register.apply(WRITES, "mine", tracking).name()).isEqualTo("mine");
    return register;
  }

  @Test
  void is_as_it_was_after_a_restart() {
    ScalingRegister before = filled();

    ScalingRegister after = in("us-east-1");

    assertThat(after.targets()).isEqualTo(before.targets());
    assertThat(after.policies()).isEqualTo(before.policies());
    assertThat(told).last().isEqualTo(true);
  }

  @Test
  void is_not_what_scales_in_another() {
    assertThat(filled().targets()).hasSize(2);

    assertThat(in("eu-west-1").targets()).isEmpty();
    assertThat(told).last().isEqualTo(false);
  }

  @Test
  void is_gone_for_good_when_it_is_taken_off() {
    ScalingRegister register = filled();

    assertThat(register.removePolicy(WRITES, "another")).isFalse();
    assertThat(register.removePolicy(WRITES, "mine")).isTrue();
    assertThat(register.removeTarget(INDEX)).isTrue();
    assertThat(register.removeTarget(INDEX)).isFalse();

    ScalingRegister after = in("us-east-1");
    assertThat(after.targets()).extracting(ScalableTarget::subject).containsExactly(WRITES);
    assertThat(after.policies()).isEmpty();
  }
}
