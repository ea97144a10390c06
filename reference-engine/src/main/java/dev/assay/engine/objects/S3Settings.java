package dev.assay.engine.objects;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How an S3 server is reached. Credentials come from the usual places of the AWS SDK: environment,
 * system properties, profile files.
 *
 * @param endpoint null for AWS itself
 * @param region as requests are signed for
 * @param pathStyle whether buckets are folders of the endpoint and not host names: what most
 *     servers other than AWS need
 */
public record S3Settings(@Nullable URI endpoint, String region, boolean pathStyle) {}
