package dev.assay.engine.api;

import java.util.Map;
import java.util.Optional;

/** Something that can be read with GET, below {@code /_assay/}: not part of the service's API. */
public interface Page {

  /**
   * @param path what follows {@code /_assay/}, decoded, without the query
   * @param query the parameters of the query, decoded; of a repeated one the last
   * @return nothing if the path is not this page's
   */
  Optional<Answer> get(Region region, String path, Map<String, String> query);
}
