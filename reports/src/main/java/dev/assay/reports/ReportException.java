package dev.assay.reports;

import java.nio.file.Path;

/** Reports could not be written or read; the message is one sentence for the user. */
public final class ReportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private ReportException(String message, Throwable cause) {
    super(message, cause);
  }

  static ReportException cannotWrite(Path path, Throwable cause) {
    return new ReportException(
        "Cannot write reports to %s: %s.".formatted(path, reason(cause)), cause);
  }

  static ReportException cannotRead(Path path, Throwable cause) {
    return new ReportException(
        "Cannot read the run's events in %s: %s.".formatted(path, reason(cause)), cause);
  }

  private static String reason(Throwable cause) {
    return switch (cause) {
      case java.nio.file.AccessDeniedException denied -> "permission denied";
      case java.nio.file.FileAlreadyExistsException exists -> exists.getFile() + " is not a folder";
      case java.nio.file.NoSuchFileException missing -> missing.getFile() + " does not exist";
      case java.nio.file.FileSystemException e when e.getReason() != null ->
          e.getFile() + ": " + e.getReason();
      default -> String.valueOf(cause.getMessage());
    };
  }
}
