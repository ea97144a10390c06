package dev.assay.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The network between the client and the upstreams that the rule names is cut, in one direction.
 * With {@code request} the store is out of reach; with {@code response} it works, unheard.
 *
 * @param ending silence, as a network that drops packets gives, or what a router says instead
 */
public record Partition(Ending ending, Side on) implements Severing {
  static final String KIND = "partition";
  private static final List<Ending> ENDINGS =
      List.of(Ending.SILENCE, Ending.RESET, Ending.CLOSE, Ending.ERROR);

  static Partition read(JsonFields fields) {
    fields.onlyKnown("kind", "client_gets", "on");
    return new Partition(
        Ending.read(fields, "client_gets", ENDINGS), Side.read(fields, Side.REQUEST));
  }

  @Override
  public void write(ObjectNode into) {
    ending.write("client_gets", into);
    on.write(into);
  }

  @Override
  public String kind() {
    return KIND;
  }
}
