package dev.assay.engine.api;

import dev.assay.engine.auth.Authorizer;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.json.ErrorBody;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.JsonWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the operation of a request, runs it, and turns every refusal into the service's shape. */
public final class Dispatcher {
  private final Map<String, Operation> operations = new HashMap<>();
  private final Consumer<Throwable> accidents;

  /**
   * @param operations the operations, by the target prefix under which each is called
   * @param accidents told of everything that went wrong inside the engine itself
   */
  public Dispatcher(Map<String, List<Operation>> operations, Consumer<Throwable> accidents) {
    operations.forEach(
        (prefix, list) ->
            list.forEach(
                operation -> this.operations.put(prefix + '.' + operation.name(), operation)));
    this.accidents = accidents;
  }

  /** The operation that {@code X-Amz-Target} names, or null. */
  public @Nullable Operation find(String target) {
    return operations.get(target);
  }

  public int operationCount() {
    return operations.size();
  }

  /** Runs a call; never throws. */
  public Answer answer(Operation operation, Region region, Authorizer authorizer, byte[] body) {
    if (region.network().isDown()) {
      // As from a load balancer with nothing behind it.
      return refuse(
          new ServiceException(
              ErrorType.SERVICE_UNAVAILABLE, "The Region " + region.name() + " is down."));
    }
    try {
      JsonWriter out = new JsonWriter();
      operation.execute(new Call(region, authorizer, new JsonReader(body), out));
      if (!authorizer.wasAsked()) {
        // Its answer must not get out: nobody said that this caller may have it.
        throw new IllegalStateException(operation.name() + " did not ask what its caller may do");
      }
      return new Answer(200, out.toByteArray());
    } catch (ServiceException refusal) {
      return refuse(refusal);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError accident) {
      accidents.accept(accident);
      return refuse(
          new ServiceException(
              ErrorType.INTERNAL_SERVER_ERROR,
              "The request processing has failed because of an unknown error, exception or"
                  + " failure."));
    }
  }

  public Answer refuse(ServiceException refusal) {
    return new Answer(refusal.type().status(), ErrorBody.of(refusal));
  }
}
