package dev.assay.proxy.sign;

import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * With what requests are signed anew.
 *
 * @param credentials asked for at each request, because they may expire; must not take long
 * @param region what is signed for; empty for the upstream's own region, else the client's
 */
public record Resigning(Supplier<AwsCredentialsIdentity> credentials, Optional<String> region) {}
