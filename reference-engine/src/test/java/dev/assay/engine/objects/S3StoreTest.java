package dev.assay.engine.objects;

import java.net.URI;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.TransientApiMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Against a real S3 server, which checks signatures. */
class S3StoreTest extends ObjectStoreContract {
  private static BlobStoreContext context;
  private static S3Proxy server;
  private static S3Store store;

  @BeforeAll
  static void startServer() throws Exception {
    context =
        ContextBuilder.newBuilder(new TransientApiMetadata())
            .credentials("key", "secret")
            .build(BlobStoreContext.class);
    BlobStore blobs = context.getBlobStore();
    blobs.createContainerInLocation(null, "there");
    server =
        S3Proxy.builder()
            .blobStore(blobs)
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "key", "secret")
            .build();
    server.start();
    store =
        new S3Store(
            new S3Settings(URI.create("http://127.0.0.1:" + server.getPort()), "us-east-1", true),
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")));
  }

  @AfterAll
  static void stopServer() throws Exception {
    store.close();
    server.stop();
    context.close();
  }

  @Override
  ObjectStore store() {
    return store;
  }
}
