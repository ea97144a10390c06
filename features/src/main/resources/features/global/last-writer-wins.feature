Feature: Last writer wins

  Rule: A write in any region arrives in every other

    @id:LWW-SHIP-001 @tier:core @op:PutItem @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.HowItWorks
    Scenario Outline: A put in region <region>
      Given a new table with partition key "pk" (S)
      And the table is global in 3 regions
      When PutItem is called in region <region> with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      Then within 60 seconds the table in regions 1, 2 and 3 holds exactly:
        | pk  | v   |
        | "a" | "1" |

      Examples:
        | case   | region |
        | first  | 1      |
        | second | 2      |
        | third  | 3      |

    @id:LWW-SHIP-002 @tier:core @op:UpdateItem @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.HowItWorks
    Scenario: An update arrives as the whole item
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      And within 60 seconds calling GetItem in region 2 with '{"TableName": "{table}", "Key": {"pk": {"S": "a"}}}' answers:
        """
        {"Item": {"v": {"S": "1"}}}
        """
      When UpdateItem is called in region 2 with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET w = :w", "ExpressionAttributeValues": {":w": {"S": "2"}}}
        """
      Then within 60 seconds the table in regions 1 and 2 holds exactly:
        | pk  | v   | w   |
        | "a" | "1" | "2" |

    @id:LWW-SHIP-003 @tier:core @op:DeleteItem @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.HowItWorks
    Scenario: A deletion
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      And within 60 seconds calling GetItem in region 2 with '{"TableName": "{table}", "Key": {"pk": {"S": "a"}}}' answers:
        """
        {"Item": {"v": {"S": "1"}}}
        """
      When DeleteItem is called in region 2 with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}
        """
      Then within 60 seconds the table in regions 1 and 2 is empty

    @id:LWW-SHIP-004 @tier:complete @op:BatchWriteItem @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.HowItWorks
    Scenario: A batch
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      When BatchWriteItem is called in region 2 with:
        """
        {"RequestItems": {"{table}": [{"PutRequest": {"Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}}, {"PutRequest": {"Item": {"pk": {"S": "b"}, "v": {"S": "2"}}}}]}}
        """
      Then within 60 seconds the table in regions 1 and 2 holds exactly:
        | pk  | v   |
        | "a" | "1" |
        | "b" | "2" |

    @id:LWW-SHIP-005 @tier:complete @op:TransactWriteItems @needs:multi-region @needs:global-tables @needs:transactions @source:aws-guide-V2globaltables.HowItWorks
    Scenario: The writes of a transaction
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      When TransactWriteItems is called in region 1 with:
        """
        {"TransactItems": [{"Put": {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}}, {"Put": {"TableName": "{table}", "Item": {"pk": {"S": "b"}, "v": {"S": "2"}}}}]}
        """
      Then within 60 seconds the table in regions 1 and 2 holds exactly:
        | pk  | v   |
        | "a" | "1" |
        | "b" | "2" |

    @id:LWW-SHIP-006 @tier:complete @op:ExecuteStatement @needs:multi-region @needs:global-tables @needs:partiql @source:aws-guide-V2globaltables.HowItWorks
    Scenario: A statement
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      When ExecuteStatement is called in region 2 with:
        """
        {"Statement": "INSERT INTO \"{table}\" VALUE {'pk': 'a', 'v': '1'}"}
        """
      Then within 60 seconds the table in regions 1 and 2 holds exactly:
        | pk  | v   |
        | "a" | "1" |

    @id:LWW-SHIP-007 @tier:complete @op:PutItem @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.HowItWorks
    Scenario: Every type of attribute
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      When PutItem is called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "n": {"N": "12.5"}, "b": {"B": "AQI="}, "t": {"BOOL": true}, "z": {"NULL": true}, "l": {"L": [{"S": "x"}]}, "m": {"M": {"k": {"N": "1"}}}, "ss": {"SS": ["p"]}, "ns": {"NS": ["1"]}, "bs": {"BS": ["AQ=="]}}}
        """
      Then within 60 seconds calling GetItem in region 2 with '{"TableName": "{table}", "Key": {"pk": {"S": "a"}}}' answers:
        """
        {"Item": {"n": {"N": "12.5"}, "b": {"B": "AQI="}, "t": {"BOOL": true}, "z": {"NULL": true}, "l": {"L": [{"S": "x"}]}, "m": {"M": {"k": {"N": "1"}}}, "ss": {"SS": ["p"]}, "ns": {"NS": ["1"]}, "bs": {"BS": ["AQ=="]}}}
        """

  Rule: Of two writes of an item the later one stays, in every region

    @id:LWW-LAST-001 @tier:core @op:PutItem @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.HowItWorks
    Scenario: A later put in another region
      Given a new table with partition key "pk" (S)
      And the table is global in 3 regions
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "earlier"}}}
        """
      When PutItem is called in region 2 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "later"}}}
        """
      Then within 60 seconds the table in regions 1, 2 and 3 holds exactly:
        | pk  | v       |
        | "a" | "later" |

    @id:LWW-LAST-002 @tier:complete @op:DeleteItem @op:PutItem @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.HowItWorks
    Scenario: A later put against a deletion
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      And within 60 seconds calling GetItem in region 2 with '{"TableName": "{table}", "Key": {"pk": {"S": "a"}}}' answers:
        """
        {"Item": {"v": {"S": "1"}}}
        """
      And DeleteItem was called in region 2 with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}
        """
      When PutItem is called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "again"}}}
        """
      Then within 60 seconds the table in regions 1 and 2 holds exactly:
        | pk  | v       |
        | "a" | "again" |

    @id:LWW-LAST-003 @tier:complete @op:PutItem @op:DeleteItem @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.HowItWorks
    Scenario: A later deletion against a put
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      And within 60 seconds calling GetItem in region 2 with '{"TableName": "{table}", "Key": {"pk": {"S": "a"}}}' answers:
        """
        {"Item": {"v": {"S": "1"}}}
        """
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "2"}}}
        """
      And within 60 seconds calling GetItem in region 2 with '{"TableName": "{table}", "Key": {"pk": {"S": "a"}}}' answers:
        """
        {"Item": {"v": {"S": "2"}}}
        """
      When DeleteItem is called in region 2 with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}
        """
      Then within 60 seconds the table in regions 1 and 2 is empty

    @id:LWW-LAST-004 @tier:complete @op:PutItem @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.HowItWorks
    Scenario: Whole items win, not attributes
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "left": {"S": "1"}}}
        """
      When PutItem is called in region 2 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "right": {"S": "2"}}}
        """
      Then within 60 seconds the table in regions 1 and 2 holds exactly:
        | pk  | right |
        | "a" | "2"   |

  Rule: Each region only knows itself

    @id:LWW-LOCAL-001 @tier:core @op:PutItem @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.HowItWorks
    Scenario: A condition is true after the item has arrived
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      And within 60 seconds calling GetItem in region 2 with '{"TableName": "{table}", "Key": {"pk": {"S": "a"}}}' answers:
        """
        {"Item": {"v": {"S": "1"}}}
        """
      When PutItem is called in region 2 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "ConditionExpression": "attribute_not_exists(pk)"}
        """
      Then it fails with ConditionalCheckFailedException

    @id:LWW-LOCAL-002 @tier:core @op:GetItem @needs:multi-region @needs:global-tables @source:aws-guide-V2globaltables.HowItWorks
    Scenario: A strong read sees the region's own write at once
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      And PutItem was called in region 2 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      When GetItem is called in region 2 with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true}
        """
      Then the response contains:
        """
        {"Item": {"v": {"S": "1"}}}
        """

    @id:LWW-LOCAL-003 @tier:complete @op:PutItem @needs:multi-region @needs:global-tables @source:aws-api-ConsumedCapacity @unconfirmed
    Scenario: A write costs each region the same
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      When PutItem is called in region 2 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}}, "ReturnConsumedCapacity": "TOTAL"}
        """
      Then the response contains:
        """
        {"ConsumedCapacity": {"TableName": "{table}", "CapacityUnits": 1}}
        """

  Rule: Each region's stream tells of every write

    @id:LWW-STRM-001 @tier:core @op:GetRecords @needs:multi-region @needs:global-tables @needs:streams @source:aws-guide-V2globaltables.HowItWorks
    Scenario: A write of another region
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      When PutItem is called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      Then within 60 seconds the records of the stream in region 2 are:
        """
        [{"eventName": "INSERT", "awsRegion": "{region:2}", "dynamodb": {"Keys": {"pk": {"S": "a"}}, "NewImage": {"pk": {"S": "a"}, "v": {"S": "1"}}}}]
        """

    @id:LWW-STRM-002 @tier:complete @op:GetRecords @needs:multi-region @needs:global-tables @needs:streams @source:aws-guide-V2globaltables.HowItWorks
    Scenario: A region's own write is there once, however often it is shipped
      Given a new table with partition key "pk" (S)
      And the table is global in 3 regions
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      And within 60 seconds calling GetItem in region 3 with '{"TableName": "{table}", "Key": {"pk": {"S": "a"}}}' answers:
        """
        {"Item": {"v": {"S": "1"}}}
        """
      When PutItem is called in region 2 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "b"}, "v": {"S": "1"}}}
        """
      Then within 60 seconds the records of the stream in region 1 are:
        """
        ["{unordered}", {"eventName": "INSERT", "dynamodb": {"Keys": {"pk": {"S": "a"}}}}, {"eventName": "INSERT", "dynamodb": {"Keys": {"pk": {"S": "b"}}}}]
        """

    @id:LWW-STRM-003 @tier:complete @op:GetRecords @needs:multi-region @needs:global-tables @needs:streams @source:aws-guide-V2globaltables.HowItWorks
    Scenario: A deletion of another region has both what was and no new image
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      And within 60 seconds calling GetItem in region 2 with '{"TableName": "{table}", "Key": {"pk": {"S": "a"}}}' answers:
        """
        {"Item": {"v": {"S": "1"}}}
        """
      When DeleteItem is called in region 1 with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}
        """
      Then within 60 seconds the records of the stream in region 2 are:
        """
        ["{unordered}", {"eventName": "INSERT"}, {"eventName": "REMOVE", "userIdentity": "{absent}", "dynamodb": {"OldImage": {"pk": {"S": "a"}, "v": {"S": "1"}}, "NewImage": "{absent}"}}]
        """
