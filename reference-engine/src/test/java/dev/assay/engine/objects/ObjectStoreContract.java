package dev.assay.engine.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.engine.objects.ObjectStore.Found;
import dev.assay.engine.objects.ObjectStore.Sealing;
import dev.assay.engine.objects.ObjectStore.Stored;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What every object store does alike. */
abstract class ObjectStoreContract {
  /** The store under test; its bucket {@code there} can be written to. */
  abstract ObjectStore store();

  private Stored put(String key, byte[] bytes) throws IOException {
    try (Upload upload = store().begin("there", key, Sealing.DEFAULT)) {
      upload.body().write(bytes);
      return upload.complete();
    }
  }

  private Stored put(String key, String text) throws IOException {
    return put(key, text.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] get(String key) throws IOException {
    try (InputStream in = store().open("there", key)) {
      return in.readAllBytes();
    }
  }

  @Test
  void anObjectIsReadAsItWasWritten() throws IOException {
    byte[] bytes = new byte[3 << 20];
    Arrays.fill(bytes, (byte) 7);
    Stored stored = put("folder/large.bin", bytes);

    assertThat(get("folder/large.bin")).isEqualTo(bytes);
    assertThat(stored.sizeBytes()).isEqualTo(bytes.length);
  }

  @Test
  void anEmptyObjectIsAnObject() throws IOException {
    put("empty/_started", "");

    assertThat(get("empty/_started")).isEmpty();
    assertThat(store().list("there", "empty/")).containsExactly(new Found("empty/_started", 0));
  }

  @Test
  void itsChecksumIsThatOfItsBytes() throws IOException {
    Stored stored = put("sum", "hello");

    assertThat(stored.md5Base64()).isEqualTo("XUFAKrxLKna5cZ2REBfFkg==");
    assertThat(stored.etag()).matches("[0-9a-f]{32}(-1)?");
  }

  @Test
  void anObjectThatIsPutAgainIsReplaced() throws IOException {
    put("again", "first");
    put("again", "second");

    assertThat(get("again")).asString().isEqualTo("second");
  }

  @Test
  void anObjectThatIsNotCompletedIsNotThere() throws IOException {
    try (Upload upload = store().begin("there", "half/done", Sealing.DEFAULT)) {
      upload.body().write(1);
    }

    assertThat(store().list("there", "half/")).isEmpty();
  }

  @Test
  void aListHasTheKeysThatBeginWithThePrefixInOrder() throws IOException {
    put("list/data/b", "1");
    put("list/data/a", "22");
    put("list/data2/x", "3");
    put("list/date", "4");

    assertThat(store().list("there", "list/data"))
        .containsExactly(
            new Found("list/data/a", 2), new Found("list/data/b", 1), new Found("list/data2/x", 1));
  }

  @Test
  void aBucketThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> store().list("not-there", ""))
        .isInstanceOfSatisfying(
            ObjectStoreException.class,
            refusal -> assertThat(refusal.code()).isEqualTo("S3NoSuchBucket"))
        .hasMessage("The specified bucket does not exist");
  }

  @Test
  void anObjectThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> get("nowhere"))
        .isInstanceOfSatisfying(
            ObjectStoreException.class, refusal -> assertThat(refusal.isOfObject()).isTrue());
  }
}
