package dev.assay.features.workload;

import dev.assay.features.history.Call;
import dev.assay.features.history.Outcome;
import dev.assay.features.history.Recorder;
import dev.assay.features.history.Seen;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** What one who follows a stream needs. */
record Following(Clients clients, Recorder recorder, Session session, String table) {
  DynamoDbStreamsClient stream() {
    return clients.stream(session.place());
  }

  /** A read of a stream. */
  interface Look {
    Seen.Records at(DynamoDbStreamsClient stream);
  }

  /**
   * Takes from a shard and keeps it in the history.
   *
   * @throws SdkException what the look threw, once it is in the history
   */
  Seen.Records take(String shard, Look look) {
    long id =
        recorder.invoke(session.client(), session.place().name(), new Call.TakeRecords(shard));
    try {
      Seen.Records records = look.at(stream());
      recorder.complete(id, new Outcome.Ok(records), 1, 0);
      return records;
    } catch (SdkException e) {
      recorder.complete(id, new Outcome.Fail(e.getClass().getSimpleName(), Seen.nothing()), 1, 0);
      throw e;
    }
  }
}
