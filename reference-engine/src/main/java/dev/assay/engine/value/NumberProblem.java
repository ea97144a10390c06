package dev.assay.engine.value;

/** Why a text or a result is not a DynamoDB number, in the service's words. */
public enum NumberProblem {
  NOT_NUMERIC("The parameter cannot be converted to a numeric value"),
  TOO_MANY_DIGITS("Attempting to store more than 38 significant digits in a Number"),
  OVERFLOW(
      "Number overflow. Attempting to store a number with magnitude larger than supported range"),
  UNDERFLOW(
      "Number underflow. Attempting to store a number with magnitude smaller than supported range");

  private final String text;

  NumberProblem(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
