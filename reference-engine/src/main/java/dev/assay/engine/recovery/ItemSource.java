package dev.assay.engine.recovery;

import dev.assay.engine.value.AttributeMap;
import java.io.IOException;
import java.util.List;

/** Items that are read a part at a time, each once. */
interface ItemSource extends AutoCloseable {
  /** Items of one part, few enough to be gone through without keeping anyone waiting. */
  int PART = 500;

  /** The next items; an empty list at the end. */
  List<AttributeMap> next() throws IOException;

  @Override
  void close();
}
