package dev.assay.engine.legacy;

import static dev.assay.engine.expression.Samples.ITEM;
import static dev.assay.engine.expression.Samples.KEY;
import static dev.assay.engine.expression.Samples.l;
import static dev.assay.engine.expression.Samples.n;
import static dev.assay.engine.expression.Samples.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.engine.expression.UpdateExpression;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import dev.assay.engine.value.DynamoNumber;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegacyUpdatesTest {
  private static final AttributeValue B = AttributeValue.SS.of(List.of("b"));
  private static final AttributeValue AB = AttributeValue.SS.of(List.of("a", "b"));
  private static final AttributeValue ONE_NUMBER =
      AttributeValue.NS.of(List.of(DynamoNumber.of(1)));

  private static UpdateExpression update(
      String attribute, @Nullable String action, @Nullable AttributeValue value) {
    return LegacyUpdates.update(Map.of(attribute, new AttributeUpdate(value, action)));
  }

  private static AttributeMap updated(
      String attribute, @Nullable String action, @Nullable AttributeValue value) {
    return update(attribute, action, value).apply(ITEM);
  }

  @Test
  void put_is_what_happens_unless_told_otherwise() {
    assertThat(updated("x", "PUT", s("a"))).isEqualTo(ITEM.with("x", s("a")));
    assertThat(updated("x", null, s("a"))).isEqualTo(ITEM.with("x", s("a")));
    assertThat(updated("m.a", "PUT", s("a"))).isEqualTo(ITEM.with("m.a", s("a")));
  }

  @Test
  void add_counts_unites_and_appends() {
    assertThat(updated("n", "ADD", n("3"))).isEqualTo(ITEM.with("n", n("8")));
    assertThat(updated("ss", "ADD", B)).isEqualTo(ITEM);
    assertThat(updated("li", "ADD", l(s("z"))).find("li"))
        .isEqualTo(l(s("zero"), s("one"), n("2"), s("z")));
    assertThat(updated("zz", "ADD", l(s("z")))).isEqualTo(ITEM.with("zz", l(s("z"))));
    assertThat(updated("zz", "ADD", n("3"))).isEqualTo(ITEM.with("zz", n("3")));
  }

  @Test
  void delete_takes_the_attribute_or_members_of_it() {
    assertThat(updated("s", "DELETE", null)).isEqualTo(ITEM.without("s"));
    assertThat(updated("zz", "DELETE", null)).isEqualTo(ITEM);
    assertThat(updated("ss", "DELETE", B))
        .isEqualTo(ITEM.with("ss", AttributeValue.SS.of(List.of("a"))));
    assertThat(updated("ss", "DELETE", AB)).isEqualTo(ITEM.without("ss"));
    assertThat(updated("zz", "DELETE", AB)).isEqualTo(ITEM);
  }

  @Test
  void stored_values_must_have_the_right_type() {
    String mismatch = "Type mismatch for attribute to update";
    assertThatThrownBy(() -> updated("s", "ADD", n("1"))).hasMessage(mismatch);
    assertThatThrownBy(() -> updated("ns", "ADD", n("1"))).hasMessage(mismatch);
    assertThatThrownBy(() -> updated("ss", "ADD", ONE_NUMBER)).hasMessage(mismatch);
    assertThatThrownBy(() -> updated("s", "ADD", l())).hasMessage(mismatch);
    assertThatThrownBy(() -> updated("ss", "DELETE", ONE_NUMBER)).hasMessage(mismatch);
    assertThatThrownBy(() -> updated("n", "DELETE", ONE_NUMBER)).hasMessage(mismatch);
  }

  @ParameterizedTest
  @CsvSource({"PUT", "ADD", ","})
  void only_delete_goes_without_a_value(@Nullable String action) {
    assertThatThrownBy(() -> update("a", action, null))
        .hasMessage(
            "One or more parameter values were invalid: Only DELETE action is allowed when no"
                + " attribute value is specified");
  }

  @Test
  void actions_take_certain_types() {
    assertThatThrownBy(() -> update("a", "ADD", s("x")))
        .hasMessage(
            "One or more parameter values were invalid: ADD action is not supported for the type"
                + " S");
    assertThatThrownBy(() -> update("a", "DELETE", n("1")))
        .hasMessage(
            "One or more parameter values were invalid: DELETE action with value is not supported"
                + " for the type N");
  }

  @Test
  void actions_are_spelled_exactly() {
    assertThatThrownBy(() -> update("a", "put", s("x")))
        .hasMessage("Member must satisfy enum value set: [ADD, DELETE, PUT]' for Action");
  }

  @Test
  void keys_are_not_for_updating() {
    assertThatThrownBy(() -> update("sk", "DELETE", null).refuseKeyAttributes(KEY))
        .hasMessage(
            "One or more parameter values were invalid: Cannot update attribute sk. This attribute"
                + " is part of the key");
  }

  @Test
  void no_updates_change_nothing() {
    assertThat(LegacyUpdates.update(null)).isEqualTo(UpdateExpression.NOTHING);
    assertThat(LegacyUpdates.update(Map.of())).isEqualTo(UpdateExpression.NOTHING);
  }
}
