package dev.assay.engine.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest extends ObjectStoreContract {
  @TempDir Path folder;

  @BeforeEach
  void makeBucket() throws IOException {
    Files.createDirectories(folder.resolve("there"));
  }

  @Override
  ObjectStore store() {
    return new FolderStore(folder);
  }

  @Test
  void aBucketIsMadeByItsFirstObject() throws IOException {
    try (Upload upload = store().begin("new", "a/b", ObjectStore.Sealing.DEFAULT)) {
      upload.complete();
    }

    assertThat(folder.resolve("new/a/b")).exists();
  }

  @Test
  void noKeyLeadsOutOfItsBucket() {
    assertThatThrownBy(() -> store().begin("there", "../other/x", ObjectStore.Sealing.DEFAULT))
        .isInstanceOf(ObjectStoreException.class);
    assertThatThrownBy(() -> store().open("..", "x")).isInstanceOf(ObjectStoreException.class);
  }
}
