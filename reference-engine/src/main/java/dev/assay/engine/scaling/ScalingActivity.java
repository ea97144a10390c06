package dev.assay.engine.scaling;

import java.time.Instant;

/** Something that scaling did, or could not do. It is over when it is noted. */
public record ScalingActivity(
    String id,
    Subject subject,
    long units,
    String cause,
    Instant at,
    boolean successful,
    String why) {

  public String description() {
    return "Setting " + subject.dimension().units() + " to " + units + ".";
  }

  public String statusCode() {
    return successful ? "Successful" : "Failed";
  }

  public String statusMessage() {
    String done = subject.dimension().units() + " to " + units + ".";
    return successful
        ? "Successfully set " + done + " Change successfully fulfilled by dynamodb."
        : "Failed to set " + done + " Reason: " + why;
  }
}
