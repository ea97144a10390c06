package dev.assay.engine.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {
  private static final String ALLOW_ALL =
      "{\"Effect\": \"Allow\", \"Action\": \"dynamodb:*\", \"Resource\": \"*\"}";
  private static final AccessRequest GET = AccessRequest.of("GetItem", Users.TABLE);

  private static @Nullable String denial(
      AuthFile file, ResourcePolicies resources, AccessRequest request) {
    Identity identity = Objects.requireNonNull(file.find(Users.KEY));
    ContextKeys keys = identity.contextKeys(Users.ACCOUNT);
    keys.put("aws:SourceIp", "203.0.113.7");
    keys.put("aws:CurrentTime", "2026-01-01T09:00:00Z");
    keys.put("aws:SecureTransport", "false");
    return new PolicyAuthorizer(identity, Users.ACCOUNT, keys, resources).denial(request);
  }

  private static boolean allows(AccessRequest request, String... statements) {
    return denial(Users.alice(statements), ResourcePolicies.NONE, request) == null;
  }

  private static String allow(String action, String resource) {
    return "{\"Effect\": \"Allow\", \"Action\": \"%s\", \"Resource\": \"%s\"}"
        .formatted(action, resource);
  }

  private static String allowIf(String condition) {
    return "{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\", \"Condition\": %s}"
        .formatted(condition);
  }

  @Nested
  @DisplayName("A caller")
  class Caller {
    @Test
    void may_do_nothing_without_a_policy() {
      assertThat(denial(Users.alice(), ResourcePolicies.NONE, GET))
          .isEqualTo(
              "User: arn:aws:iam::000000000000:user/alice is not authorized to perform:"
                  + " dynamodb:GetItem on resource: "
                  + Users.TABLE
                  + " because no identity-based policy allows the dynamodb:GetItem action");
    }

    @Test
    void may_not_do_what_is_denied_whatever_else_allows_it() {
      String deny = "{\"Effect\": \"Deny\", \"Action\": \"dynamodb:Get*\", \"Resource\": \"*\"}";

      assertThat(denial(Users.alice(ALLOW_ALL, deny), ResourcePolicies.NONE, GET))
          .endsWith("with an explicit deny in an identity-based policy");
      assertThat(allows(AccessRequest.of("PutItem", Users.TABLE), ALLOW_ALL, deny)).isTrue();
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
      "dynamodb:GetItem, arn:aws:dynamodb:us-east-1:000000000000:table/Orders, true",
      "dynamodb:getitem, *, true",
      "dynamodb:G?tItem, arn:aws:dynamodb:*:*:table/Ord*, true",
      "*, arn:aws:dynamodb:*:*:table/*, true",
      "dynamodb:PutItem, *, false",
      "s3:*, *, false",
      "dynamodb:GetItem, arn:aws:dynamodb:us-east-1:000000000000:table/orders, false",
      "dynamodb:GetItem, arn:aws:dynamodb:us-east-1:000000000000:table/Orders/*, false",
      "dynamodb:GetItem, arn:aws:dynamodb:us-west-2:*:table/Orders, false",
      "dynamodb:GetItem, arn:aws:dynamodb:*:*:table/Order, false",
    })
    void is_allowed_by_patterns(String action, String resource, boolean allowed) {
      assertThat(allows(GET, allow(action, resource))).isEqualTo(allowed);
    }

    @Test
    void is_allowed_by_exclusion() {
      String others =
          "{\"Effect\": \"Allow\", \"NotAction\": \"dynamodb:Delete*\","
              + " \"NotResource\": \"arn:aws:dynamodb:*:*:table/Secret\"}";

      assertThat(allows(GET, others)).isTrue();
      assertThat(allows(AccessRequest.of("DeleteItem", Users.TABLE), others)).isFalse();
      assertThat(
              allows(AccessRequest.of("GetItem", "arn:aws:dynamodb:eu-x-1:0:table/Secret"), others))
          .isFalse();
    }

    @Test
    void needs_the_index_and_not_only_the_table() {
      AccessRequest query = AccessRequest.of("Query", Users.TABLE + "/index/ByDate");

      assertThat(allows(query, allow("dynamodb:Query", Users.TABLE))).isFalse();
      assertThat(allows(query, allow("dynamodb:Query", Users.TABLE + "/index/*"))).isTrue();
    }

    @Test
    void has_resources_of_its_own_by_variables() {
      AccessRequest own = AccessRequest.of("GetItem", "arn:aws:dynamodb:r:a:table/alice-1");

      assertThat(allows(own, allow("*", "arn:aws:dynamodb:*:*:table/${aws:username}-*"))).isTrue();
      assertThat(allows(GET, allow("*", "arn:aws:dynamodb:*:*:table/${aws:username}-*"))).isFalse();
      assertThat(allows(own, allow("*", "arn:aws:dynamodb:*:*:table/${aws:nothing}*"))).isFalse();
      assertThat(allows(own, allow("*", "arn:aws:dynamodb:*:*:table/${aws:nothing, 'alice'}-1")))
          .isTrue();
      assertThat(allows(own, allow("*", "arn:aws:dynamodb:*:*:table/alice-${*}"))).isFalse();
    }
  }

  @Nested
  @DisplayName("Fine-grained access")
  class FineGrained {
    private static final String OWN_ITEMS =
        """
        {"Effect": "Allow", "Action": ["dynamodb:GetItem", "dynamodb:BatchGetItem",
           "dynamodb:Query", "dynamodb:PutItem"],
         "Resource": "%s",
         "Condition": {
           "ForAllValues:StringEquals": {
             "dynamodb:LeadingKeys": ["${aws:username}"],
             "dynamodb:Attributes": ["id", "name", "score"]},
           "StringEqualsIfExists": {
             "dynamodb:Select": "SPECIFIC_ATTRIBUTES",
             "dynamodb:ReturnValues": ["NONE", "UPDATED_OLD", "UPDATED_NEW"]}}}
        """
            .formatted(Users.TABLE);

    @ParameterizedTest(name = "{0} keys {1} attributes {2} select {3} returns {4}: {5}")
    @CsvSource(
        nullValues = "-",
        value = {
          "GetItem, alice, id name, SPECIFIC_ATTRIBUTES, -, true",
          "GetItem, bob, id name, SPECIFIC_ATTRIBUTES, -, false",
          "GetItem, Alice, id name, SPECIFIC_ATTRIBUTES, -, false",
          "GetItem, alice, id salary, SPECIFIC_ATTRIBUTES, -, false",
          "GetItem, alice, id, ALL_ATTRIBUTES, -, false",
          "BatchGetItem, alice alice, id, SPECIFIC_ATTRIBUTES, -, true",
          "BatchGetItem, alice bob, id, SPECIFIC_ATTRIBUTES, -, false",
          "Query, alice, id score, SPECIFIC_ATTRIBUTES, -, true",
          "Query, alice, id score, COUNT, -, false",
          "PutItem, alice, id name score, -, NONE, true",
          "PutItem, alice, id name score, -, ALL_OLD, false",
          "PutItem, alice, id admin, -, NONE, false",
          "DeleteItem, alice, id, -, NONE, false",
          // With no values at all ForAllValues holds: why such policies should not allow Scan.
          "Query, -, -, -, -, true",
        })
    void is_limited_to_own_items_and_attributes(
        String action,
        @Nullable String keys,
        @Nullable String attributes,
        @Nullable String select,
        @Nullable String returnValues,
        boolean allowed) {
      AccessRequest request =
          AccessRequest.of(action, Users.TABLE)
              .leadingKeys(keys == null ? List.of() : List.of(keys.split(" ", -1)))
              .attributes(attributes == null ? List.of() : List.of(attributes.split(" ", -1)))
              .select(select)
              .returnValues(returnValues);

      assertThat(allows(request, OWN_ITEMS)).isEqualTo(allowed);
    }

    @Test
    void of_a_transaction_can_be_told_from_the_plain_one() {
      String onlyInside =
          allowIf("{\"StringEquals\": {\"dynamodb:EnclosingOperation\": \"TransactWriteItems\"}}");
      AccessRequest put = AccessRequest.of("PutItem", Users.TABLE);

      assertThat(allows(put, onlyInside)).isFalse();
      assertThat(allows(put.enclosingOperation("TransactWriteItems"), onlyInside)).isTrue();
    }

    @Test
    void can_forbid_full_scans_by_statement() {
      String noScan =
          "{\"Effect\": \"Deny\", \"Action\": \"dynamodb:PartiQLSelect\", \"Resource\": \"*\","
              + " \"Condition\": {\"Bool\": {\"dynamodb:FullTableScan\": [\"true\"]}}}";
      AccessRequest select = AccessRequest.of("PartiQLSelect", Users.TABLE);

      assertThat(allows(select.fullTableScan(false), ALLOW_ALL, noScan)).isTrue();
      assertThat(allows(select.fullTableScan(true), ALLOW_ALL, noScan)).isFalse();
    }
  }

  @Nested
  @DisplayName("A condition")
  class Conditions {
    private final AccessRequest request =
        GET.with("x:one", "b")
            .with("x:number", "10")
            .with("x:arn", "arn:aws:s3:::a:b/c")
            .with("x:many", List.of("a", "b"));

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(
        delimiter = '|',
        value = {
          "StringEquals | x:one | b | true",
          "StringEquals | X:ONE | b | true",
          "StringEquals | x:one | B | false",
          "StringEquals | x:one | * | false",
          "StringEquals | x:none | b | false",
          "StringEqualsIfExists | x:none | b | true",
          "StringEqualsIfExists | x:one | c | false",
          "StringEqualsIgnoreCase | x:one | B | true",
          "StringNotEquals | x:one | b | false",
          "StringNotEquals | x:one | c | true",
          "StringNotEquals | x:none | b | true",
          "StringNotEqualsIgnoreCase | x:one | B | false",
          "StringLike | x:one | ? | true",
          "StringLike | x:number | 1* | true",
          "StringNotLike | x:number | 1* | false",
          "StringEquals | aws:PrincipalTag/team | blue | true",
          "NumericEquals | x:number | 10.0 | true",
          "NumericNotEquals | x:number | 10.0 | false",
          "NumericLessThan | x:number | 10 | false",
          "NumericLessThanEquals | x:number | 10 | true",
          "NumericGreaterThan | x:number | 9.5 | true",
          "NumericGreaterThanEquals | x:number | 11 | false",
          "NumericEquals | x:one | 1 | false",
          "DateLessThan | aws:CurrentTime | 2026-01-01T10:00:00+01:00 | false",
          "DateLessThanEquals | aws:CurrentTime | 2026-01-01T10:00:00+01:00 | true",
          "DateGreaterThan | aws:CurrentTime | 2026-01-01 | true",
          "DateGreaterThanEquals | aws:CurrentTime | 1767258000 | true",
          "DateEquals | aws:CurrentTime | 2026-01-01T09:00:00Z | true",
          "DateNotEquals | aws:CurrentTime | 2026-01-01T09:00:00Z | false",
          "Bool | aws:SecureTransport | False | true",
          "Bool | aws:SecureTransport | true | false",
          "IpAddress | aws:SourceIp | 203.0.113.0/24 | true",
          "IpAddress | aws:SourceIp | 203.0.112.0/24 | false",
          "IpAddress | aws:SourceIp | 203.0.113.7 | true",
          "IpAddress | aws:SourceIp | 2001:db8::/32 | false",
          "NotIpAddress | aws:SourceIp | 203.0.113.0/24 | false",
          "NotIpAddress | aws:SourceIp | 10.0.0.0/8 | true",
          "ArnLike | x:arn | arn:aws:s3:::a:* | true",
          "ArnEquals | x:arn | arn:*:s3:::a:b/? | true",
          "ArnLike | x:arn | arn:*:::a:b/c | false",
          "ArnNotLike | x:arn | arn:aws:s3:::* | false",
          "Null | x:none | true | true",
          "Null | x:one | true | false",
          "Null | x:one | false | true",
          "ForAllValues:StringEquals | x:many | a | false",
          "ForAllValues:StringLike | x:many | ? | true",
          "ForAllValues:StringEquals | x:none | a | true",
          "ForAnyValue:StringEquals | x:many | a | true",
          "ForAnyValue:StringEquals | x:many | c | false",
          "ForAnyValue:StringEquals | x:none | a | false",
          "ForAllValues:StringNotEquals | x:many | a | false",
          "ForAllValues:StringNotEquals | x:many | c | true",
          "ForAnyValue:StringNotEquals | x:many | a | true",
        })
    void compares(String operator, String key, String value, boolean holds) {
      String condition = "{\"%s\": {\"%s\": \"%s\"}}".formatted(operator, key, value);

      assertThat(allows(request, allowIf(condition))).isEqualTo(holds);
    }

    @Test
    void holds_if_every_line_does_with_any_of_its_values() {
      assertThat(
              allows(
                  request,
                  allowIf("{\"StringEquals\": {\"x:one\": [\"a\", \"b\"], \"x:number\": 10}}")))
          .isTrue();
      assertThat(
              allows(
                  request,
                  allowIf("{\"StringEquals\": {\"x:one\": \"b\"}, \"Bool\": {\"x:no\": true}}")))
          .isFalse();
      assertThat(allows(request, allowIf("{\"StringNotEquals\": {\"x:one\": [\"a\", \"b\"]}}")))
          .isFalse();
    }
  }

  @Nested
  @DisplayName("A policy of a table")
  class OfResources {
    private static ResourcePolicies policy(String effect, String principal) {
      String text =
          """
          {"Version": "2012-10-17", "Statement": [{"Effect": "%s", "Principal": %s,
            "Action": "dynamodb:*", "Resource": ["%s", "%s/index/*"]}]}
          """
              .formatted(effect, principal, Users.TABLE, Users.TABLE);
      return arn -> arn.equals(Users.TABLE) ? text : null;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
        delimiter = '|',
        value = {
          "\"*\" | true",
          "{\"AWS\": \"*\"} | true",
          "{\"AWS\": \"arn:aws:iam::000000000000:user/alice\"} | true",
          "{\"AWS\": [\"arn:aws:iam::000000000000:user/bob\"]} | false",
          "{\"AWS\": \"arn:aws:iam::000000000000:root\"} | false",
          "{\"Service\": \"dynamodb.amazonaws.com\"} | false",
        })
    void allows_those_whom_it_names(String principal, boolean allowed) {
      assertThat(denial(Users.alice(), policy("Allow", principal), GET) == null).isEqualTo(allowed);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        value = {"{\"AWS\": \"000000000000\"}", "{\"AWS\": \"arn:aws:iam::000000000000:root\"}"})
    void denies_the_whole_account(String principal) {
      assertThat(denial(Users.alice(ALLOW_ALL), policy("Deny", principal), GET))
          .endsWith("with an explicit deny in a resource-based policy");
    }

    @Test
    void holds_for_its_indexes() {
      AccessRequest query = AccessRequest.of("Query", Users.TABLE + "/index/ByDate");

      assertThat(denial(Users.alice(), policy("Allow", "\"*\""), query)).isNull();
    }

    @Test
    void is_joined_by_its_tags() {
      ResourcePolicies tagged =
          new ResourcePolicies() {
            @Override
            public @Nullable String policyOf(String arn) {
              return null;
            }

            @Override
            public Map<String, String> tagsOf(String arn) {
              return Map.of("stage", "test");
            }
          };
      AuthFile onlyTest =
          Users.alice(allowIf("{\"StringEquals\": {\"aws:ResourceTag/stage\": \"test\"}}"));

      assertThat(denial(onlyTest, tagged, GET)).isNull();
      assertThat(denial(onlyTest, ResourcePolicies.NONE, GET)).isNotNull();
    }
  }
}
