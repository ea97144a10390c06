package dev.assay.features.world;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.features.capability.Declined;
import dev.assay.features.catalogue.Need;
import dev.assay.features.notation.Json;
import dev.assay.features.poll.Poll;
import dev.assay.features.wire.Endpoint;
import dev.assay.features.wire.Headers;
import dev.assay.features.wire.HttpMessage;
import dev.assay.features.wire.Operation;
import dev.assay.features.wire.Signer;
import dev.assay.features.wire.StoreClient;
import dev.assay.features.wire.TransportException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The state of one scenario: its tables, what it saved, and the answer to its last call. Cucumber
 * makes one for each scenario and hands it to every step class.
 */
public final class World {
  /** A known target is started again within a few seconds. */
  private static final Duration COMING_BACK = Duration.ofSeconds(30);

  private final RunContext run = RunContext.current();
  private RunContext.@Nullable Running running;
  private @Nullable ScenarioTables tables;
  private @Nullable Answer answer;
  private boolean answerSeen;
  private @Nullable ProxyControl proxy;
  private @Nullable LeverControl levers;
  private @Nullable ScenarioText text;
  private UnaryOperator<Headers> headerChange = headers -> headers;
  private Signing signing = new Signing.Proper();
  private boolean sdkRetries;

  /** Begins the scenario that Cucumber knows by this id. */
  public void begin(String testCaseId) {
    RunContext.Running mine = run.running().get(testCaseId);
    if (mine == null) {
      throw new IllegalStateException("no scenario has the test case id " + testCaseId);
    }
    running = mine;
    tables = new ScenarioTables(run.tables(), store(), mine.spec().id());
    text = new ScenarioText(tables, this::region, run.bucket(), run.seed(), mine.spec().id());
  }

  /**
   * After a request that nobody answered: waits until the store answers again, so that one crash is
   * not held against the scenarios that follow.
   */
  public void awaitStore() {
    if (!run.wire().takeUnanswered()) {
      return;
    }
    StoreClient quiet = store().quiet();
    var unused =
        run.poll()
            .until(
                COMING_BACK,
                () -> {
                  try {
                    return Optional.of(quiet.call(new Operation("ListTables"), "{\"Limit\":1}"));
                  } catch (TransportException e) {
                    return Optional.<HttpMessage.Response>empty();
                  }
                });
    run.tables().doubt();
  }

  /** Why this store or run cannot be asked this scenario, if so. */
  public Optional<String> cannotRun() throws TransportException {
    if (run.brake().stopping()) {
      running().log().stop();
      return Optional.of("the run was stopped");
    }
    for (Need need : running().spec().needs()) {
      Optional<String> lack = lacks(need);
      if (lack.isPresent()) {
        String reason = "no " + need.label() + ": " + lack.get();
        running().log().decline(reason);
        return Optional.of(reason);
      }
    }
    return Optional.empty();
  }

  private Optional<String> lacks(Need need) throws TransportException {
    boolean byLever =
        need == Need.THROTTLING && run.levers().isPresent() && levers().haveCapacityEnforced();
    return byLever ? Optional.empty() : run.capabilities().lacks(need);
  }

  private RunContext.Running running() {
    if (running == null) {
      throw new IllegalStateException("the scenario has not begun");
    }
    return running;
  }

  public ScenarioTables tables() {
    if (tables == null) {
      throw new IllegalStateException("the scenario has not begun");
    }
    return tables;
  }

  /** The store, with each exchange noted as evidence of the current step. */
  public StoreClient store() {
    RunContext.Running mine = running();
    return new StoreClient(
        run.wire(),
        endpoint(),
        run.signer(),
        mine.spec().id(),
        mine.log()::add,
        () -> stayOrGo(mine.log()));
  }

  /** The name of a region of the run, numbered from 1. */
  public String region(int number) {
    return endpoint(number).region();
  }

  private Endpoint endpoint(int region) {
    if (region < 1 || region > 1 + run.otherRegions().size()) {
      throw new IllegalArgumentException("the run has no region " + region);
    }
    return region == 1 ? endpoint() : run.otherRegions().get(region - 2);
  }

  /** The store in one of the run's regions, numbered from 1. */
  private StoreClient store(int region) {
    RunContext.Running mine = running();
    Endpoint endpoint = endpoint(region);
    return new StoreClient(
        run.wire(),
        endpoint,
        new Signer(run.signer().credentials(), endpoint.region(), run.signer().clock()),
        mine.spec().id(),
        mine.log()::add,
        () -> stayOrGo(mine.log()));
  }

  /** Has the scenario's table taken apart in every region when it is deleted. */
  public void noteGlobal(String alias) {
    List<StoreClient> regions = new ArrayList<>();
    for (int region = 1; region <= 1 + run.otherRegions().size(); region++) {
      regions.add(store(region).quiet());
    }
    run.tables().noteGlobal(tables().named(alias), regions);
  }

  /** Calls an operation in a region with a body sent exactly as given, and keeps the answer. */
  public Answer call(int region, String operation, String body) throws TransportException {
    Answer received = ask(region, operation, body);
    answer(received);
    return received;
  }

  /** Calls an operation in a region without touching the answer under test. */
  public Answer ask(int region, String operation, String body) throws TransportException {
    HttpMessage.Response response = store(region).call(new Operation(operation), body);
    noteDeclined(operation, response);
    return Answer.of(operation, response);
  }

  private void stayOrGo(ScenarioLog log) {
    if (run.brake().brokenOff()) {
      log.stop();
      throw new BrokenOffException();
    }
  }

  /** Where the scenario's requests go. */
  public Endpoint endpoint() {
    return running().spec().needs().contains(Need.AUTH)
        ? run.guarded().orElse(run.endpoint())
        : run.endpoint();
  }

  public Signer signer() {
    return run.signer();
  }

  public Poll poll() {
    return run.poll();
  }

  /**
   * The control API of the fault proxy.
   *
   * @throws IllegalStateException when the scenario lacks {@code @needs:proxy}
   */
  public ProxyControl proxy() {
    if (proxy == null) {
      URI base =
          run.proxyControl()
              .orElseThrow(
                  () -> new IllegalStateException("the scenario is not tagged @needs:proxy"));
      RunContext.Running mine = running();
      proxy = new ProxyControl(run.wire(), base, mine.spec().id(), () -> stayOrGo(mine.log()));
    }
    return proxy;
  }

  /**
   * What breaks the store on purpose.
   *
   * @throws IllegalStateException when the scenario lacks {@code @needs:levers}
   */
  public LeverControl levers() {
    if (levers == null) {
      URI base =
          run.levers()
              .orElseThrow(
                  () -> new IllegalStateException("the scenario is not tagged @needs:levers"));
      RunContext.Running mine = running();
      levers = new LeverControl(run.wire(), base, mine.log()::add, () -> stayOrGo(mine.log()));
    }
    return levers;
  }

  /** Lets the requests that follow differ from what the service's clients send. */
  public void changeHeaders(UnaryOperator<Headers> change) {
    UnaryOperator<Headers> before = headerChange;
    headerChange = headers -> change.apply(before.apply(headers));
  }

  /** From now on the SDK retries as its users know it. */
  public void letTheSdkRetry() {
    sdkRetries = true;
  }

  boolean sdkRetries() {
    return sdkRetries;
  }

  public void signing(Signing how) {
    signing = how;
  }

  /** Calls an operation with a body sent exactly as given, and keeps the answer. */
  public Answer call(String operation, String body) throws TransportException {
    HttpMessage.Request request = store().request(new Operation(operation), body);
    return send(operation, request.with(headerChange.apply(request.headers())));
  }

  /** Signs a request, sends it and keeps the answer. */
  public Answer send(String operation, HttpMessage.Request request) throws TransportException {
    HttpMessage.Response response = store().send(Signatures.sign(request, signing, signer()));
    noteDeclined(operation, response);
    Answer received = Answer.of(operation, response);
    answer(received);
    return received;
  }

  /**
   * Calls an operation for set-up or verification, properly signed, without touching the answer
   * under test.
   */
  public Answer ask(String operation, String body) throws TransportException {
    HttpMessage.Response response = store().call(new Operation(operation), body);
    noteDeclined(operation, response);
    return Answer.of(operation, response);
  }

  /**
   * Heals the store, gives back and deletes the scenario's tables, and removes its rules from the
   * proxy. The tables of a run that is broken off are left to its end, which deletes them all.
   */
  public void end() throws TransportException {
    if (proxy != null) {
      proxy.removeRules();
    }
    if (levers != null) {
      levers.heal();
    }
    if (tables != null && !run.brake().brokenOff()) {
      tables.release();
    }
  }

  private void noteDeclined(String operation, HttpMessage.Response response)
      throws TransportException {
    Optional<String> words = Declined.by(response);
    if (words.isPresent() && run.capabilities().excuse(operation)) {
      running().log().decline("no " + operation + ": " + words.get());
    }
  }

  public void answer(Answer received) {
    answer = received;
    answerSeen = false;
  }

  /**
   * Fails when the last call was refused and no step has looked at that: what is to come of it will
   * not come, and waiting for it would only hide the reason.
   */
  public void expectNoRefusal() {
    if (answer != null && !answerSeen) {
      var unused = answer().body();
    }
  }

  /** The answer to the last call. */
  public Answer answer() {
    if (answer == null) {
      throw new IllegalStateException("nothing was called yet");
    }
    answerSeen = true;
    return answer;
  }

  /** Keeps a value for <code>${name}</code>. */
  public void save(String name, JsonNode value) {
    text().save(name, value);
  }

  /** Text of the feature file with its placeholders filled in. */
  public String fill(String written) {
    return text().fill(written);
  }

  /** JSON of the feature file with its placeholders filled in. */
  public JsonNode json(String written) {
    return Json.parse(fill(written));
  }

  private ScenarioText text() {
    if (text == null) {
      throw new IllegalStateException("the scenario has not begun");
    }
    return text;
  }
}
