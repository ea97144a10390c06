package dev.assay.engine.throughput;

import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.error.ThrottlingReason;
import dev.assay.engine.store.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The refusals of what goes beyond the capacity of a table or an index. */
final class Refusals {
  private static final String SCALING =
      "Throughput exceeds the current capacity of your table or index. DynamoDB is automatically"
          + " scaling your table or index so please try again shortly. If exceptions persist, check"
          + " if you have a hot key:"
          + " https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html.";
  private static final String TABLE =
      "The level of configured provisioned throughput for the table was exceeded. Consider"
          + " increasing your provisioning level with the UpdateTable API.";
  private static final String INDEX =
      "The level of configured provisioned throughput for one or more global secondary indexes of"
          + " the table was exceeded. Consider increasing your provisioning level for the"
          + " under-provisioned global secondary indexes with the UpdateTable API";
  // What these two say was not found in any document (unconfirmed).
  private static final String MAX_ON_DEMAND =
      "Throughput exceeds the maximum OnDemandThroughput configured on table or index";
  private static final String ACCOUNT =
      "Throughput exceeds the current throughput quota for your account. Please contact AWS Support"
          + " to request a quota increase.";

  private Refusals() {}

  static ServiceException of(
      Table table, @Nullable String index, Direction direction, Limit limit, boolean provisioned) {
    String arn = table.definition().arn();
    ThrottlingReason reason =
        new ThrottlingReason(
            (index == null ? "Table" : "Index") + direction.word() + limit.word(),
            index == null ? arn : arn + "/index/" + index);
    String message =
        switch (limit) {
          case PROVISIONED -> index == null ? TABLE : INDEX;
          case KEY_RANGE -> provisioned ? (index == null ? TABLE : INDEX) : SCALING;
          case MAX_ON_DEMAND -> MAX_ON_DEMAND;
          case ACCOUNT -> ACCOUNT;
        };
    ErrorType type =
        switch (limit) {
          case PROVISIONED -> ErrorType.PROVISIONED_THROUGHPUT_EXCEEDED;
          case KEY_RANGE ->
              provisioned ? ErrorType.PROVISIONED_THROUGHPUT_EXCEEDED : ErrorType.THROTTLING;
          case MAX_ON_DEMAND -> ErrorType.THROTTLING;
          case ACCOUNT -> ErrorType.REQUEST_LIMIT_EXCEEDED;
        };
    return ServiceException.throttled(type, message, List.of(reason));
  }
}
