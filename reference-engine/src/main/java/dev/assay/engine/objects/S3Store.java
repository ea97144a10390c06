package dev.assay.engine.objects;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** Objects on an S3 server, by the AWS SDK. */
public final class S3Store implements ObjectStore {
  private final S3Client client;
  private final S3Settings settings;

  public S3Store(S3Settings settings) {
    this(settings, DefaultCredentialsProvider.builder().build());
  }

  S3Store(S3Settings settings, AwsCredentialsProvider credentials) {
    this.settings = settings;
    S3ClientBuilder builder =
        S3Client.builder()
            .region(Region.of(settings.region()))
            .credentialsProvider(credentials)
            .forcePathStyle(settings.pathStyle())
            // Other servers know no trailing checksums.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .httpClient(UrlConnectionHttpClient.create());
    URI endpoint = settings.endpoint();
    this.client = endpoint == null ? builder.build() : builder.endpointOverride(endpoint).build();
  }

  @Override
  public Upload begin(String bucket, String key, Sealing sealing) throws IOException {
    return new Upload(
        Files.createTempFile("assay-object", ".part"),
        (file, md5) -> put(bucket, key, sealing, file));
  }

  private String put(String bucket, String key, Sealing sealing, Path file) throws IOException {
    PutObjectRequest.Builder request = PutObjectRequest.builder().bucket(bucket).key(key);
    if (sealing.algorithm().equals("KMS")) {
      request.serverSideEncryption(ServerSideEncryption.AWS_KMS);
      if (!sealing.keyId().isEmpty()) {
        request.ssekmsKeyId(sealing.keyId());
      }
    }
    String etag = call(() -> client.putObject(request.build(), RequestBody.fromFile(file)).eTag());
    Files.deleteIfExists(file);
    return etag.replace("\"", "");
  }

  @Override
  public InputStream open(String bucket, String key) throws IOException {
    return call(() -> client.getObject(request -> request.bucket(bucket).key(key)));
  }

  @Override
  public List<Found> list(String bucket, String prefix) throws IOException {
    return call(
        () ->
            client
                .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix))
                .contents()
                .stream()
                .map(object -> new Found(object.key(), object.size()))
                .toList());
  }

  @FunctionalInterface
  private interface Call<T> {
    T make();
  }

  private static <T> T call(Call<T> call) throws IOException {
    try {
      return call.make();
    } catch (S3Exception e) {
      throw refusal(e);
    } catch (SdkClientException e) {
      throw new ObjectStoreException("S3ClientError", String.valueOf(e.getMessage()));
    }
  }

  private static ObjectStoreException refusal(S3Exception e) {
    String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
    String said = e.awsErrorDetails() == null ? e.getMessage() : e.awsErrorDetails().errorMessage();
    return code.equals("NoSuchBucket")
        ? ObjectStoreException.noSuchBucket()
        : new ObjectStoreException("S3" + code, String.valueOf(said));
  }

  @Override
  public String place(String bucket) {
    URI endpoint = settings.endpoint();
    return endpoint == null ? "s3://" + bucket : endpoint + "/" + bucket;
  }

  @Override
  public void close() {
    client.close();
  }
}
