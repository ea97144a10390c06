package dev.assay.engine.archive;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** How a file is compressed. */
public enum Compression {
  GZIP,
  ZSTD,
  NONE;

  /** The plain bytes of a file. */
  public InputStream plain(InputStream file) throws IOException {
    return switch (this) {
      case GZIP -> new GZIPInputStream(file, 1 << 16);
      case ZSTD -> new ZstdInputStream(file);
      case NONE -> file;
    };
  }
}
