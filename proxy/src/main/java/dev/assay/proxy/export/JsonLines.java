package dev.assay.proxy.export;

import dev.assay.proxy.journal.Exchange;
import dev.assay.proxy.journal.ExchangeJson;
import java.io.IOException;
import java.io.Writer;

/** One line of JSON for each exchange, in the shape that the control API shows. */
public final class JsonLines implements JournalExport {
  private final Writer out;

  /**
   * @param out left open
   */
  public JsonLines(Writer out) {
    this.out = out;
  }

  @Override
  public boolean write(Exchange exchange) throws IOException {
    out.write(ExchangeJson.write(exchange).toString());
    out.write('\n');
    return true;
  }

  @Override
  public void finish() throws IOException {
    out.flush();
  }
}
