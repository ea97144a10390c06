package dev.assay.engine.auth;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads policies in the IAM policy language and refuses what would never have an effect. */
final class PolicyReader {
  private static final Set<String> POLICY = Set.of("Version", "Id", "Statement");
  private static final Set<String> IDENTITY_STATEMENT =
      Set.of("Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition");
  private static final String VERSION_WITH_VARIABLES = "2012-10-17";
  private static final String OLDER_VERSION = "2008-10-17";

  private final boolean onResource;

  private PolicyReader(boolean onResource) {
    this.onResource = onResource;
  }

  static PolicyReader forIdentity() {
    return new PolicyReader(false);
  }

  static PolicyReader forResource() {
    return new PolicyReader(true);
  }

  Policy read(Field policy) throws AuthFormatException {
    policy.allowOnly(POLICY);
    Field version = policy.find("Version");
    String versionText = version == null ? OLDER_VERSION : version.text();
    if (version != null
        && !versionText.equals(VERSION_WITH_VARIABLES)
        && !versionText.equals(OLDER_VERSION)) {
      throw version.problem("must be " + VERSION_WITH_VARIABLES + " or " + OLDER_VERSION);
    }
    boolean variables = versionText.equals(VERSION_WITH_VARIABLES);
    List<Statement> statements = new ArrayList<>();
    for (Field statement : policy.require("Statement").oneOrMore()) {
      statements.add(statement(statement, variables));
    }
    return new Policy(List.copyOf(statements));
  }

  private Statement statement(Field statement, boolean variables) throws AuthFormatException {
    Set<String> known = new HashSet<>(IDENTITY_STATEMENT);
    if (onResource) {
      known.addAll(Set.of("Principal", "NotPrincipal"));
    }
    statement.allowOnly(known);
    Statement.Effect effect = effect(statement.require("Effect"));
    return new Statement(
        effect,
        onResource ? principals(statement, effect) : null,
        actions(either(statement, "Action")),
        resources(either(statement, "Resource"), variables),
        conditions(statement.find("Condition"), variables));
  }

  private static Statement.Effect effect(Field effect) throws AuthFormatException {
    return switch (effect.text()) {
      case "Allow" -> Statement.Effect.ALLOW;
      case "Deny" -> Statement.Effect.DENY;
      default -> throw effect.problem("must be Allow or Deny");
    };
  }

  /** The member of this name or the one with {@code Not} before it. */
  private static Field either(Field statement, String name) throws AuthFormatException {
    Field plain = statement.find(name);
    Field negated = statement.find("Not" + name);
    if ((plain == null) == (negated == null)) {
      throw statement.problem("must have either " + name + " or Not" + name);
    }
    return plain != null ? plain : Objects.requireNonNull(negated);
  }

  private static boolean isNegated(Field field) {
    return field.name().startsWith("Not");
  }

  private static Statement.Choice actions(Field field) throws AuthFormatException {
    List<Template> patterns = new ArrayList<>();
    for (Field action : field.oneOrMore()) {
      String text = action.text();
      if (!text.equals("*") && !text.matches("[a-zA-Z0-9-]+:[a-zA-Z0-9*?]+")) {
        throw action.problem("must be * or service:action, such as dynamodb:GetItem");
      }
      patterns.add(Template.of(text.toLowerCase(Locale.ROOT), false));
    }
    return new Statement.Choice(notEmpty(field, patterns), isNegated(field));
  }

  private static Statement.Choice resources(Field field, boolean variables)
      throws AuthFormatException {
    List<Template> patterns = new ArrayList<>();
    for (Field resource : field.oneOrMore()) {
      String text = resource.text();
      if (!text.equals("*") && !text.startsWith("arn:")) {
        throw resource.problem("must be * or an ARN");
      }
      patterns.add(Template.of(text, variables));
    }
    return new Statement.Choice(notEmpty(field, patterns), isNegated(field));
  }

  private static <T> List<T> notEmpty(Field field, List<T> values) throws AuthFormatException {
    if (values.isEmpty()) {
      throw field.problem("must not be empty");
    }
    return List.copyOf(values);
  }

  private static List<Condition> conditions(@Nullable Field condition, boolean variables)
      throws AuthFormatException {
    List<Condition> conditions = new ArrayList<>();
    if (condition == null) {
      return conditions;
    }
    for (Field lines : condition.memberFields()) {
      String name = lines.path().substring(condition.path().length() + 1);
      Condition.Operator operator = Condition.Operator.parse(name);
      if (operator == null) {
        throw lines.problem("there is no such condition operator");
      }
      for (Field line : lines.memberFields()) {
        String key = line.path().substring(lines.path().length() + 1);
        conditions.add(new Condition(operator, key, values(line, operator, variables)));
      }
    }
    return List.copyOf(conditions);
  }

  private static List<Template> values(Field line, Condition.Operator operator, boolean variables)
      throws AuthFormatException {
    List<Template> values = new ArrayList<>();
    for (Field value : line.oneOrMore()) {
      Template template = Template.of(value.scalarText(), variables);
      String problem =
          template.hasVariables() ? null : operator.comparison().problem(template.written());
      if (problem != null) {
        throw value.problem(problem);
      }
      values.add(template);
    }
    return notEmpty(line, values);
  }

  private static Principals principals(Field statement, Statement.Effect effect)
      throws AuthFormatException {
    Field field = either(statement, "Principal");
    boolean negated = isNegated(field);
    if (negated && effect == Statement.Effect.ALLOW) {
      throw field.problem("cannot be used with Effect Allow");
    }
    if (field.value() instanceof Json.Text text) {
      if (!text.value().equals("*")) {
        throw field.problem("must be * or an object");
      }
      return new Principals(true, Set.of(), negated);
    }
    field.allowOnly(Set.of("AWS", "Service", "Federated", "CanonicalUser"));
    Set<String> arns = new HashSet<>();
    Field aws = field.find("AWS");
    if (aws != null) {
      for (Field arn : aws.oneOrMore()) {
        arns.add(arn.text());
      }
    }
    return new Principals(arns.remove("*"), Set.copyOf(arns), negated);
  }
}
