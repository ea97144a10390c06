package dev.assay.features.workload;

import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * How one operation asks.
 *
 * @param override what each of its requests must carry, so that its attempts are counted and a
 *     proxy's journal can be compared with the history
 */
record Asking(DynamoDbClient sdk, AwsRequestOverrideConfiguration override, Session session) {}
