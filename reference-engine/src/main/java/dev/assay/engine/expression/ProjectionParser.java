package dev.assay.engine.expression;

import java.util.ArrayList;
import java.util.List;

/** The grammar of projections: paths between commas. */
final class ProjectionParser extends Parser {
  private ProjectionParser(String text) {
    super(ExpressionKind.PROJECTION, text);
  }

  static List<DocumentPath> parse(String text) {
    ProjectionParser parser = new ProjectionParser(text);
    List<DocumentPath> paths = new ArrayList<>();
    do {
      paths.add(parser.parsePath());
    } while (parser.take(TokenKind.COMMA));
    parser.finish();
    return paths;
  }

  @Override
  void checkAllowed(Function function, int position) {
    throw new IllegalStateException("a projection has no functions");
  }

  @Override
  void useAsOperand(Syntax operand) {
    throw new IllegalStateException("a projection has no operands");
  }
}
