package dev.assay.features.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the feature files on the class path, whether that is a folder or a jar. */
final class FeatureFiles {
  private FeatureFiles() {}

  /** Class path names to contents, by name. */
  static SortedMap<String, byte[]> read() {
    URL root =
        Objects.requireNonNull(
            FeatureFiles.class.getClassLoader().getResource(Catalogue.ROOT),
            "no folder " + Catalogue.ROOT + " on the class path");
    try {
      URI uri = root.toURI();
      if (uri.getScheme().equals("jar")) {
        try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
          return readBelow(jar.getPath(Catalogue.ROOT));
        }
      }
      return readBelow(Path.of(uri));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SortedMap<String, byte[]> readBelow(Path root) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path file : walk.filter(p -> p.toString().endsWith(".feature")).toList()) {
        String name = root.relativize(file).toString().replace('\\', '/');
        files.put(Catalogue.ROOT + "/" + name, Files.readAllBytes(file));
      }
    }
    return files;
  }
}
