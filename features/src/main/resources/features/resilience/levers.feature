Feature: Levers that break a store on purpose

  Rule: A lever that cannot be pulled says in one sentence what is wrong, and does nothing

    @id:LEVER-REFUSE-001 @tier:resilient @op:Levers @needs:levers @source:design-levers
    Scenario: An unknown lever gets the name that is near
      When the lever "clock-skwe" is pulled
      Then the levers refuse, saying "there is no lever 'clock-skwe'; did you mean 'clock-skew'?"

    @id:LEVER-REFUSE-002 @tier:resilient @op:Levers @needs:levers @source:design-levers
    Scenario: An unknown argument gets the name that is near
      When the lever "clock-skew" is pulled with by_m 5
      Then the levers refuse, saying "the lever clock-skew has no argument 'by_m'; did you mean 'by_ms'?"

    @id:LEVER-REFUSE-003 @tier:resilient @op:Levers @needs:levers @source:design-levers
    Scenario: A missing argument is named
      When the lever "clock-skew" is pulled with zone "a"
      Then the levers refuse, saying "the lever clock-skew needs the argument 'by_ms'"

    @id:LEVER-REFUSE-004 @tier:resilient @op:Levers @needs:levers @source:design-levers
    Scenario: An argument out of bounds is named with its bounds
      When the lever "advance-time" is pulled with by "P35000D"
      Then the levers refuse, saying "the argument 'by' of advance-time must be a length of time from 0 to 3650 days, as seconds or such as P35D or PT90S, was 'P35000D'"

    @id:LEVER-REFUSE-005 @tier:resilient @op:Levers @needs:levers @source:design-levers
    Scenario: A table that is not there is named
      When the lever "trim-stream" is pulled with table "assay-no-such-table"
      Then the levers refuse, saying "the argument 'table' must be a table of the region, there is no 'assay-no-such-table'"

  Rule: A pull shows the state before and after, twice is as once, and one heal undoes it

    @id:LEVER-STATE-001 @tier:resilient @op:Levers @needs:levers @source:design-levers
    Scenario: A skewed clock is shown before and after
      Given the lever "clock-skew" was pulled with zone "b", by_ms 4000
      When the lever "clock-skew" is pulled with zone "b", by_ms -2500
      Then the levers answer:
        """
        {"lever": "clock-skew", "before": {"ahead_ms": {"us-east-1/b": 4000}}, "after": {"ahead_ms": {"us-east-1/b": -2500}}}
        """

    @id:LEVER-STATE-002 @tier:resilient @op:Levers @needs:levers @source:design-levers
    Scenario: Pulling twice does what pulling once does
      Given the lever "clock-skew" was pulled with by_ms 4000
      When the lever "clock-skew" is pulled with by_ms 4000
      Then the levers answer:
        """
        {"before": {"ahead_ms": {"us-east-1": 4000}}, "after": {"ahead_ms": {"us-east-1": 4000}}}
        """

    @id:LEVER-STATE-003 @tier:resilient @op:Levers @needs:levers @source:design-levers
    Scenario: Healing undoes what was pulled
      Given the lever "clock-skew" was pulled with by_ms 4000
      When the levers are healed
      Then the lever "clock-skew" then shows:
        """
        {"ahead_ms": {}}
        """

  Rule: What time would do is done at once

    @id:LEVER-TIME-001 @tier:resilient @op:Levers @op:GetRecords @needs:levers @needs:streams @source:design-levers @source:aws-api-streams-GetShardIterator
    Scenario: A shard iterator expires when the time is moved on by sixteen minutes
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_IMAGE"}}
        """
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      And the shard that holds records is known as "iterator"
      When the lever "advance-time" is pulled with by "PT16M"
      Then calling GetRecords with '{"ShardIterator": "${iterator}"}' fails with ExpiredIteratorException

    @id:LEVER-SWEEP-001 @tier:resilient @op:Levers @op:UpdateTimeToLive @needs:levers @needs:ttl @source:design-levers
    Scenario: Items whose time to live is over are deleted by a sweep
      Given a new table with partition key "pk" (S)
      And UpdateTimeToLive was called with:
        """
        {"TableName": "{table}", "TimeToLiveSpecification": {"AttributeName": "ttl", "Enabled": true}}
        """
      And these items:
        | pk    | ttl        |
        | "old" | 1700000000 |
        | "new" | 4000000000 |
      When the lever "sweep-ttl" is pulled
      Then the table holds exactly:
        | pk    | ttl        |
        | "new" | 4000000000 |

    @id:LEVER-SWEEP-002 @tier:resilient @op:Levers @op:GetRecords @op:UpdateTimeToLive @needs:levers @needs:ttl @needs:streams @source:design-levers @source:aws-api-streams-Record
    Scenario: The stream tells that the service deleted what had expired
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "OLD_IMAGE"}}
        """
      And UpdateTimeToLive was called with:
        """
        {"TableName": "{table}", "TimeToLiveSpecification": {"AttributeName": "ttl", "Enabled": true}}
        """
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "old"}, "ttl": {"N": "1700000000"}}}
        """
      When the lever "sweep-ttl" is pulled
      Then within 30 seconds the records of the stream are:
        """
        ["{unordered}", {"eventName": "INSERT", "userIdentity": "{absent}"}, {"eventName": "REMOVE", "userIdentity": {"PrincipalId": "dynamodb.amazonaws.com", "Type": "Service"}, "dynamodb": {"OldImage": {"pk": {"S": "old"}, "ttl": {"N": "1700000000"}}}}]
        """

    @id:LEVER-TRIM-001 @tier:resilient @op:Levers @op:GetRecords @needs:levers @needs:streams @source:design-levers @source:aws-api-streams-GetRecords
    Scenario: A reader that was before the trimmed records is told so
      Given a new table created with:
        """
        {"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
         "BillingMode": "PAY_PER_REQUEST", "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_IMAGE"}}
        """
      And PutItem was called with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}}
        """
      And the shard that holds records is known as "iterator"
      When the lever "trim-stream" is pulled with table "{table}"
      Then calling GetRecords with '{"ShardIterator": "${iterator}"}' fails with TrimmedDataAccessException

    @id:LEVER-CRASH-001 @tier:resilient @op:Levers @needs:levers @source:design-levers
    Scenario: The lever that ends the process says whether it can
      When the levers are listed
      Then the levers answer:
        """
        {"levers": "{any}"}
        """
      And the lever "crash" then shows:
        """
        {"possible": "{any}"}
        """
