package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.certify.Subject;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The region")
class RegionTest {
  private static final Map<String, String> ENVIRONMENT = Map.of("AWS_REGION", "sa-east-1");

  @ParameterizedTest
  @CsvSource({
    "https://dynamodb.eu-west-2.amazonaws.com, eu-west-2",
    "https://dynamodb-fips.us-gov-west-1.amazonaws.com, us-gov-west-1",
    "https://123456789012.ddb.eu-west-2.amazonaws.com, eu-west-2",
    "http://127.0.0.1:8000, sa-east-1",
  })
  void comesFromTheHostThenFromTheEnvironment(String endpoint, String region) {
    assertThat(
            Region.of(
                null, new Subject.Remote(URI.create(endpoint), Optional.empty()), ENVIRONMENT))
        .isEqualTo(region);
  }

  @Test
  void isWhatWasAskedForFirstOfAll() {
    assertThat(
            Region.of(
                "ap-south-1",
                new Subject.Remote(
                    URI.create("https://dynamodb.eu-west-2.amazonaws.com"), Optional.empty()),
                ENVIRONMENT))
        .isEqualTo("ap-south-1");
  }

  @Test
  void isUsEast1WhenNobodySays() {
    assertThat(Region.of(null, new Subject.ReferenceEngine(), Map.of())).isEqualTo("us-east-1");
  }
}
