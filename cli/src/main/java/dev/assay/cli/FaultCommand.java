package dev.assay.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.problem.ExitCode;
import dev.assay.cli.problem.Refusal;
import dev.assay.fault.Rule;
import dev.assay.fault.RuleJson;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay fault}: the rules of a proxy that is running. */
@Command(
    name = "fault",
    description = "Add, list and remove the fault rules of a running proxy.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "docs/faults.md has the vocabulary of rules, with an example of each fault."})
final class FaultCommand {
  private static final String CONTROL = "Control API of the proxy: a port, HOST:PORT or a URL.";

  private final Surroundings surroundings;

  FaultCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Put rules in force. When this returns no later request escapes them.")
  int add(
      @Option(names = "--control", required = true, paramLabel = "ADDRESS", description = CONTROL)
          String control,
      @Option(names = "--replace", description = "Take the place of rules with the same id.")
          boolean replace,
      @Parameters(
              arity = "1..*",
              paramLabel = "RULE",
              description = "A JSON file with a rule or an array of them, or the JSON itself.")
          List<String> sources) {
    List<Rule> rules =
        sources.stream().flatMap(source -> RuleSource.read("RULE", source).stream()).toList();
    ProxyControl proxy = ProxyControl.at(control);
    for (Rule rule : rules) {
      String json = RuleJson.write(rule).toString();
      if (replace) {
        proxy.send("PUT", "/rules/" + rule.id(), json);
      } else {
        proxy.send("POST", "/rules", json);
      }
      surroundings.out().println(rule.id() + " is in force");
    }
    return ExitCode.OK;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description =
          "Show the rules in force and what they did; warns of those that matched nothing.")
  int list(
      @Option(names = "--control", required = true, paramLabel = "ADDRESS", description = CONTROL)
          String control,
      @Option(names = "--json", description = "As the control API gives them.") boolean asJson) {
    JsonNode answer = ProxyControl.at(control).send("GET", "/rules", "");
    if (asJson) {
      surroundings.out().println(answer.toPrettyString());
      return ExitCode.OK;
    }
    JsonNode rules = answer.path("rules");
    if (rules.isEmpty()) {
      surroundings.out().println("no rule is in force");
    }
    for (JsonNode rule : rules) {
      surroundings
          .out()
          .printf(
              "%-24s %-22s %6d calls %6d fired %6d held back %6d active%n",
              rule.path("id").asText(),
              rule.path("fault").path("kind").asText(),
              rule.path("calls").asLong(),
              rule.path("fired").asLong(),
              rule.path("held_back").asLong(),
              rule.path("active").asLong());
      if (rule.has("warning")) {
        surroundings
            .err()
            .println(
                "assay: warning: "
                    + rule.path("id").asText()
                    + ": "
                    + rule.path("warning").asText());
      }
    }
    return ExitCode.OK;
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Take rules out of force.")
  int remove(
      @Option(names = "--control", required = true, paramLabel = "ADDRESS", description = CONTROL)
          String control,
      @Parameters(arity = "1..*", paramLabel = "ID", description = "The rules' ids.")
          List<String> ids) {
    ProxyControl proxy = ProxyControl.at(control);
    for (String id : ids) {
      proxy.send("DELETE", "/rules/" + ProxyControl.escaped(id), "");
      surroundings.out().println(id + " is out of force");
    }
    return ExitCode.OK;
  }

  @Command(
      name = "clear",
      mixinStandardHelpOptions = true,
      description = "Take all rules out of force.")
  int clear(
      @Option(names = "--control", required = true, paramLabel = "ADDRESS", description = CONTROL)
          String control) {
    JsonNode answer = ProxyControl.at(control).send("DELETE", "/rules", "");
    surroundings.out().println(answer.path("removed").asInt() + " rules are out of force");
    return ExitCode.OK;
  }

  @Command(
      name = "cap",
      mixinStandardHelpOptions = true,
      description = "Let at most N requests suffer faults at the same time; without N, any number.")
  int cap(
      @Option(names = "--control", required = true, paramLabel = "ADDRESS", description = CONTROL)
          String control,
      @Parameters(arity = "0..1", paramLabel = "N") @Nullable Long most) {
    ProxyControl proxy = ProxyControl.at(control);
    Optional.ofNullable(most)
        .ifPresentOrElse(
            n -> proxy.send("PUT", "/limits", "{\"max_active\":" + n + "}"),
            () -> proxy.send("DELETE", "/limits", ""));
    surroundings
        .out()
        .println(most == null ? "any number of faults at once" : "at most " + most + " at once");
    return ExitCode.OK;
  }

  @Command(
      name = "deadman",
      mixinStandardHelpOptions = true,
      description = {
        "Take all rules out of force unless this is said again in time.",
        "Without --ttl-ms the rules stay, whoever goes away."
      })
  int deadman(
      @Option(names = "--control", required = true, paramLabel = "ADDRESS", description = CONTROL)
          String control,
      @Option(names = "--ttl-ms", paramLabel = "N", description = "Milliseconds.")
          @Nullable Long ttlMs) {
    ProxyControl proxy = ProxyControl.at(control);
    if (ttlMs != null && ttlMs < 1) {
      throw Refusal.usage("--ttl-ms must be at least 1, was " + ttlMs);
    }
    if (ttlMs == null) {
      proxy.send("DELETE", "/deadman", "");
      surroundings.out().println("the rules stay in force");
    } else {
      proxy.send("PUT", "/deadman", "{\"ttl_ms\":" + ttlMs + "}");
      surroundings.out().println("the rules go out of force in " + ttlMs + " ms");
    }
    return ExitCode.OK;
  }
}
