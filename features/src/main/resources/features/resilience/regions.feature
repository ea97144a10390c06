Feature: Regions that are lost, cut off, late, or wrong about the time

  Rule: A region that is lost answers nobody, and the others go on without it

    @id:REGION-LOSS-001 @op:PutItem @tier:resilient @needs:levers @needs:multi-region @needs:global-tables @source:design-levers @source:design-regions @unconfirmed
    Scenario: A write in the region that is lost
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      And the lever "region-outage" was pulled with region "{region:2}"
      When PutItem is called in region 2 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      Then it fails with ServiceUnavailableException

    @id:REGION-LOSS-002 @op:GetItem @tier:resilient @needs:levers @needs:multi-region @needs:global-tables @source:design-levers @source:design-regions @unconfirmed
    Scenario: A read in the region that is lost
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      And within 20 seconds calling GetItem in region 2 with '{"TableName": "{table}", "Key": {"pk": {"S": "a"}}}' answers:
        """
        {"Item": {"v": {"S": "1"}}}
        """
      And the lever "region-outage" was pulled with region "{region:2}"
      When GetItem is called in region 2 with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}
        """
      Then it fails with ServiceUnavailableException

    @id:REGION-LOSS-003 @op:PutItem @tier:resilient @needs:levers @needs:multi-region @needs:global-tables @source:design-levers @source:aws-guide-V2globaltables.HowItWorks
    Scenario: A write in another region is taken
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      And the lever "region-outage" was pulled with region "{region:2}"
      When PutItem is called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      Then the call succeeds
      And within 20 seconds the table in region 1 holds exactly:
        | pk  | v   |
        | "a" | "1" |

    @id:REGION-LOSS-004 @op:PutItem @tier:resilient @needs:levers @needs:multi-region @needs:global-tables @source:design-levers @source:aws-guide-V2globaltables.HowItWorks
    Scenario: The regions that are left replicate to each other
      Given a new table with partition key "pk" (S)
      And the table is global in 3 regions
      And the lever "region-outage" was pulled with region "{region:2}"
      When PutItem is called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      Then within 20 seconds the table in regions 1 and 3 holds exactly:
        | pk  | v   |
        | "a" | "1" |

    @id:REGION-LOSS-005 @op:PutItem @op:Levers @tier:resilient @needs:levers @needs:multi-region @needs:global-tables @source:design-levers @source:aws-guide-V2globaltables.HowItWorks
    Scenario: Back again, it gets what was written meanwhile
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      And the lever "region-outage" was pulled with region "{region:2}"
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      When the lever "region-outage" is pulled with region "{region:2}", state "up"
      Then within 20 seconds the table in regions 1 and 2 holds exactly:
        | pk  | v   |
        | "a" | "1" |

    @id:REGION-LOSS-006 @op:PutItem @op:Levers @tier:resilient @needs:levers @needs:multi-region @needs:global-tables @source:design-levers @source:aws-guide-V2globaltables.HowItWorks
    Scenario: What it had acknowledged and not shipped is not lost
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      And the lever "replication-pause" was pulled with from "{region:2}", to "*"
      And PutItem was called in region 2 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      And the lever "region-outage" was pulled with region "{region:2}"
      When the levers are healed
      Then within 20 seconds the table in regions 1 and 2 holds exactly:
        | pk  | v   |
        | "a" | "1" |

  Rule: Replication that is paused keeps what is written, in this direction alone

    @id:REGION-PAUSE-001 @op:GetItem @tier:resilient @needs:levers @needs:multi-region @needs:global-tables @source:design-levers @source:aws-fis-fis-actions-reference
    Scenario: The other region does not see it
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      And the lever "replication-pause" was pulled with from "{region:1}", to "{region:2}"
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      When GetItem is called in region 2 with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}
        """
      Then the response contains:
        """
        {"Item": "{absent}"}
        """

    @id:REGION-PAUSE-002 @op:PutItem @tier:resilient @needs:levers @needs:multi-region @needs:global-tables @source:design-levers @source:design-regions
    Scenario: The way back is open
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      And the lever "replication-pause" was pulled with from "{region:1}", to "{region:2}"
      When PutItem is called in region 2 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      Then within 20 seconds the table in regions 1 and 2 holds exactly:
        | pk  | v   |
        | "a" | "1" |

    @id:REGION-PAUSE-003 @op:PutItem @tier:resilient @needs:levers @needs:multi-region @needs:global-tables @source:design-levers @source:design-regions
    Scenario: A third region sees it
      Given a new table with partition key "pk" (S)
      And the table is global in 3 regions
      And the lever "replication-pause" was pulled with from "{region:1}", to "{region:2}"
      When PutItem is called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      Then within 20 seconds the table in regions 1 and 3 holds exactly:
        | pk  | v   |
        | "a" | "1" |

    @id:REGION-PAUSE-004 @op:PutItem @op:Levers @tier:resilient @needs:levers @needs:multi-region @needs:global-tables @source:design-levers @source:aws-fis-fis-actions-reference
    Scenario: It arrives when the pause is over
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      And the lever "replication-pause" was pulled with from "{region:1}", to "{region:2}"
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      When the lever "replication-pause" is pulled with from "{region:1}", to "{region:2}", state "running"
      Then within 20 seconds the table in regions 1 and 2 holds exactly:
        | pk  | v   |
        | "a" | "1" |

    @id:REGION-PAUSE-005 @op:DeleteItem @op:Levers @tier:resilient @needs:levers @needs:multi-region @needs:global-tables @source:design-levers @source:aws-fis-fis-actions-reference
    Scenario: So does a deletion
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      And within 20 seconds calling GetItem in region 2 with '{"TableName": "{table}", "Key": {"pk": {"S": "a"}}}' answers:
        """
        {"Item": {"v": {"S": "1"}}}
        """
      And the lever "replication-pause" was pulled with from "{region:1}", to "{region:2}"
      And DeleteItem was called in region 1 with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}
        """
      When the lever "replication-pause" is pulled with from "{region:1}", to "{region:2}", state "running"
      Then within 20 seconds the table in regions 1 and 2 is empty

    @id:REGION-PAUSE-006 @op:PutItem @tier:resilient @needs:levers @needs:multi-region @needs:global-tables @source:design-levers @source:aws-guide-V2globaltables.HowItWorks
    Scenario: A condition knows its own region only
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      And the lever "replication-pause" was pulled with from "{region:1}", to "{region:2}"
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      When PutItem is called in region 2 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "2"}}, "ConditionExpression": "attribute_not_exists(pk)"}
        """
      Then the call succeeds

    @id:REGION-PAUSE-007 @op:PutItem @op:Levers @tier:resilient @needs:levers @needs:multi-region @needs:global-tables @source:design-levers @source:aws-guide-V2globaltables.HowItWorks
    Scenario: Of what two regions wrote meanwhile the last stays, everywhere
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      And the lever "replication-pause" was pulled with from "*", to "*"
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "first"}}}
        """
      And PutItem was called in region 2 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "last"}}}
        """
      When the levers are healed
      Then within 20 seconds the table in regions 1 and 2 holds exactly:
        | pk  | v      |
        | "a" | "last" |

  Rule: Writes are on their way for as long as the lag of their direction

    @id:REGION-LAG-001 @op:GetItem @tier:resilient @needs:levers @needs:multi-region @needs:global-tables @source:design-levers @source:aws-guide-V2globaltables.HowItWorks
    Scenario: Until then the other region does not see it
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      And the lever "replication-lag" was pulled with from "{region:1}", to "{region:2}", ms 3600000
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      When GetItem is called in region 2 with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}
        """
      Then the response contains:
        """
        {"Item": "{absent}"}
        """

    @id:REGION-LAG-002 @op:PutItem @op:Levers @tier:resilient @needs:levers @needs:multi-region @needs:global-tables @source:design-levers @source:aws-guide-V2globaltables.HowItWorks
    Scenario: Then it does
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      And the lever "replication-lag" was pulled with from "{region:1}", to "{region:2}", ms 20000
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      When the lever "advance-time" is pulled with by "PT20S"
      Then within 20 seconds calling GetItem in region 2 with '{"TableName": "{table}", "Key": {"pk": {"S": "a"}}}' answers:
        """
        {"Item": {"v": {"S": "1"}}}
        """

    @id:REGION-LAG-003 @op:PutItem @tier:resilient @needs:levers @needs:multi-region @needs:global-tables @source:design-levers @source:aws-guide-V2globaltables.HowItWorks
    Scenario: A third region does not wait
      Given a new table with partition key "pk" (S)
      And the table is global in 3 regions
      And the lever "replication-lag" was pulled with from "{region:1}", to "{region:2}", ms 3600000
      When PutItem is called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      Then within 20 seconds the table in regions 1 and 3 holds exactly:
        | pk  | v   |
        | "a" | "1" |

    @id:REGION-LAG-004 @op:PutItem @op:Levers @tier:resilient @needs:levers @needs:multi-region @needs:global-tables @source:design-levers @source:design-regions
    Scenario: A shorter lag is that of what is on its way, too
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      And the lever "replication-lag" was pulled with from "{region:1}", to "{region:2}", ms 3600000
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      When the lever "replication-lag" is pulled with from "{region:1}", to "{region:2}", ms 0
      Then within 20 seconds the table in regions 1 and 2 holds exactly:
        | pk  | v   |
        | "a" | "1" |

  Rule: The last writer is the one whose clock says so

    @id:REGION-CLOCK-001 @op:PutItem @op:Levers @tier:resilient @needs:levers @needs:multi-region @needs:global-tables @source:design-levers @source:aws-guide-V2globaltables.HowItWorks
    Scenario: A region that is ahead wins over a later write
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      And the lever "replication-pause" was pulled with from "*", to "*"
      And the lever "clock-skew" was pulled with region "{region:2}", by_ms 60000
      And PutItem was called in region 2 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "ahead"}}}
        """
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "later"}}}
        """
      When the lever "replication-pause" is pulled with from "*", to "*", state "running"
      Then within 20 seconds the table in regions 1 and 2 holds exactly:
        | pk  | v       |
        | "a" | "ahead" |

    @id:REGION-CLOCK-002 @op:PutItem @op:Levers @tier:resilient @needs:levers @needs:multi-region @needs:global-tables @source:design-levers @source:aws-guide-V2globaltables.HowItWorks
    Scenario: A region that is behind loses against an earlier write
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      And the lever "replication-pause" was pulled with from "*", to "*"
      And the lever "clock-skew" was pulled with region "{region:2}", by_ms -60000
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "earlier"}}}
        """
      And PutItem was called in region 2 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "behind"}}}
        """
      When the lever "replication-pause" is pulled with from "*", to "*", state "running"
      Then within 20 seconds the table in regions 1 and 2 holds exactly:
        | pk  | v         |
        | "a" | "earlier" |

    @id:REGION-CLOCK-003 @op:PutItem @op:Levers @tier:resilient @needs:levers @needs:multi-region @needs:global-tables @source:design-levers @source:aws-guide-V2globaltables.HowItWorks
    Scenario: A clock that is set back loses at once
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      And the lever "replication-pause" was pulled with from "*", to "*"
      And the lever "clock-step" was pulled with region "{region:2}", to "2025-01-01T00:00:00Z"
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "earlier"}}}
        """
      And PutItem was called in region 2 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "set back"}}}
        """
      When the lever "replication-pause" is pulled with from "*", to "*", state "running"
      Then within 20 seconds the table in regions 1 and 2 holds exactly:
        | pk  | v         |
        | "a" | "earlier" |

    @id:REGION-CLOCK-004 @op:DeleteItem @op:Levers @tier:resilient @needs:levers @needs:multi-region @needs:global-tables @source:design-levers @source:aws-guide-V2globaltables.HowItWorks
    Scenario: A deletion of a region that is ahead wins over a later write
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "old"}}}
        """
      And within 20 seconds calling GetItem in region 2 with '{"TableName": "{table}", "Key": {"pk": {"S": "a"}}}' answers:
        """
        {"Item": {"v": {"S": "old"}}}
        """
      And the lever "replication-pause" was pulled with from "*", to "*"
      And the lever "clock-skew" was pulled with region "{region:2}", by_ms 60000
      And DeleteItem was called in region 2 with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}
        """
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "later"}}}
        """
      When the lever "replication-pause" is pulled with from "*", to "*", state "running"
      Then within 20 seconds the table in regions 1 and 2 is empty

    @id:REGION-CLOCK-005 @op:PutItem @tier:resilient @needs:levers @needs:multi-region @needs:global-tables @source:design-levers @source:design-regions @unconfirmed
    Scenario: A region that is behind writes after what it has seen
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      And the lever "clock-skew" was pulled with region "{region:2}", by_ms -60000
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "seen"}}}
        """
      And within 20 seconds calling GetItem in region 2 with '{"TableName": "{table}", "Key": {"pk": {"S": "a"}}}' answers:
        """
        {"Item": {"v": {"S": "seen"}}}
        """
      When PutItem is called in region 2 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "after"}}}
        """
      Then within 20 seconds the table in regions 1 and 2 holds exactly:
        | pk  | v       |
        | "a" | "after" |

  Rule: A strongly consistent table does without one of its regions, and not without two

    @id:REGION-MRSC-001 @op:PutItem @tier:resilient @needs:levers @needs:multi-region @needs:global-tables @source:design-levers @source:aws-guide-V2globaltables.HowItWorks
    Scenario: A write without the third
      Given a new table with partition key "pk" (S)
      And the table is strongly global in 3 regions
      And the lever "region-outage" was pulled with region "{region:3}"
      When PutItem is called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      Then the call succeeds

    @id:REGION-MRSC-002 @op:GetItem @tier:resilient @needs:levers @needs:multi-region @needs:global-tables @source:design-levers @source:aws-guide-V2globaltables.HowItWorks
    Scenario: A strong read without the third sees the last write
      Given a new table with partition key "pk" (S)
      And the table is strongly global in 3 regions
      And the lever "region-outage" was pulled with region "{region:3}"
      And PutItem was called in region 1 with:
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

    @id:REGION-MRSC-003 @op:PutItem @tier:resilient @needs:levers @needs:multi-region @needs:global-tables @source:design-levers @source:aws-guide-V2globaltables.HowItWorks
    Scenario: A write without the witness
      Given a new table with partition key "pk" (S)
      And the table is strongly global in 2 regions with a witness in region 3
      And the lever "region-outage" was pulled with region "{region:3}"
      When PutItem is called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      Then the call succeeds

    @id:REGION-MRSC-004 @op:GetItem @op:Levers @tier:resilient @needs:levers @needs:multi-region @needs:global-tables @source:design-levers @source:aws-guide-V2globaltables.HowItWorks
    Scenario: Back again, the third sees what it has missed
      Given a new table with partition key "pk" (S)
      And the table is strongly global in 3 regions
      And the lever "region-outage" was pulled with region "{region:3}"
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      And the levers were healed
      When GetItem is called in region 3 with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true}
        """
      Then the response contains:
        """
        {"Item": {"v": {"S": "1"}}}
        """

    @id:REGION-MRSC-005 @op:PutItem @tier:resilient @needs:levers @needs:multi-region @needs:global-tables @source:design-levers @source:design-regions @source:aws-guide-V2globaltables.HowItWorks @unconfirmed
    Scenario: A write without two
      Given a new table with partition key "pk" (S)
      And the table is strongly global in 3 regions
      And the lever "region-outage" was pulled with region "{region:2}"
      And the lever "region-outage" was pulled with region "{region:3}"
      When PutItem is called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      Then it fails with InternalServerError

    @id:REGION-MRSC-006 @op:GetItem @tier:resilient @needs:levers @needs:multi-region @needs:global-tables @source:design-levers @source:design-regions @source:aws-guide-V2globaltables.HowItWorks @unconfirmed
    Scenario: A strong read without two
      Given a new table with partition key "pk" (S)
      And the table is strongly global in 3 regions
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      And the lever "region-outage" was pulled with region "{region:2}"
      And the lever "region-outage" was pulled with region "{region:3}"
      When GetItem is called in region 1 with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}, "ConsistentRead": true}
        """
      Then it fails with InternalServerError

    @id:REGION-MRSC-007 @op:GetItem @tier:resilient @needs:levers @needs:multi-region @needs:global-tables @source:design-levers @source:design-regions @source:aws-guide-V2globaltables.HowItWorks @unconfirmed
    Scenario: An eventual read without two
      Given a new table with partition key "pk" (S)
      And the table is strongly global in 3 regions
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      And the lever "region-outage" was pulled with region "{region:2}"
      And the lever "region-outage" was pulled with region "{region:3}"
      When GetItem is called in region 1 with:
        """
        {"TableName": "{table}", "Key": {"pk": {"S": "a"}}}
        """
      Then the response contains:
        """
        {"Item": {"v": {"S": "1"}}}
        """

    @id:REGION-MRSC-008 @op:PutItem @op:Levers @tier:resilient @needs:levers @needs:multi-region @needs:global-tables @source:design-levers @source:aws-guide-V2globaltables.HowItWorks
    Scenario: Healed, it takes writes again
      Given a new table with partition key "pk" (S)
      And the table is strongly global in 3 regions
      And the lever "region-outage" was pulled with region "{region:2}"
      And the lever "region-outage" was pulled with region "{region:3}"
      And the levers were healed
      When PutItem is called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      Then the call succeeds

  Rule: One heal undoes everything

    @id:REGION-HEAL-001 @op:Levers @tier:resilient @needs:levers @needs:multi-region @needs:global-tables @source:design-levers
    Scenario Outline: The lever <case>
      Given the lever "<case>" was pulled with <arguments>
      When the levers are healed
      Then the lever "<case>" then shows:
        """
        <whole>
        """

      Examples:
        | case              | arguments                                      | whole            |
        | region-outage     | region "{region:2}"                            | {"down": []}     |
        | region-partition  | from "{region:1}", to "{region:2}"             | {"cut": []}      |
        | replication-pause | from "*", to "*"                               | {"paused": []}   |
        | replication-lag   | from "{region:1}", to "{region:2}", ms 1000    | {"ms": {}}       |
        | clock-skew        | region "{region:2}", by_ms 60000               | {"ahead_ms": {}} |
        | clock-step        | region "{region:2}", to "2025-01-01T00:00:00Z" | {"ahead_ms": {}} |
        | throttle          | on true                                        | {"on": false}    |

    @id:REGION-HEAL-002 @op:PutItem @op:Levers @tier:resilient @needs:levers @needs:multi-region @needs:global-tables @source:design-levers
    Scenario: All of them at once
      Given a new table with partition key "pk" (S)
      And the table is global in 2 regions
      And the lever "region-outage" was pulled with region "{region:2}"
      And the lever "replication-pause" was pulled with from "*", to "*"
      And the lever "replication-lag" was pulled with from "*", to "*", ms 3600000
      And the lever "clock-skew" was pulled with region "{region:2}", by_ms 60000
      And PutItem was called in region 1 with:
        """
        {"TableName": "{table}", "Item": {"pk": {"S": "a"}, "v": {"S": "1"}}}
        """
      When the levers are healed
      Then within 20 seconds the table in regions 1 and 2 holds exactly:
        | pk  | v   |
        | "a" | "1" |
