package dev.assay.engine.recovery.api;

import dev.assay.engine.api.Region;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.request.Constraints;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The backup that a request names by its ARN. */
final class BackupName {
  private static final Pattern BACKUP =
      Pattern.compile("arn:aws[^:]*:dynamodb:([^:]+):([0-9]*):table/[^/]+/backup/[^/]+");

  private BackupName() {}

  /** Reads a request whose only member is the ARN, and checks its length. */
  static String readOnly(JsonReader in) {
    String[] arn = new String[1];
    in.request(
        name -> {
          if (name.equals("BackupArn")) {
            arn[0] = in.string();
          } else {
            in.skip();
          }
        });
    check(Constraints.echoing(), arn[0]).verify();
    return java.util.Objects.requireNonNull(arn[0]);
  }

  static Constraints check(Constraints constraints, @Nullable String arn) {
    return constraints.required("backupArn", arn).length("backupArn", arn, 37, 1024);
  }

  /** Refuses what is no backup's ARN, and the backup of somebody else. */
  static void requireOwn(Region region, String arn) {
    var parts = BACKUP.matcher(arn);
    if (!parts.matches()) {
      throw ServiceException.validation("Invalid Backup ARN");
    }
    if (!parts.group(2).equals(region.accountId())) {
      throw new ServiceException(ErrorType.ACCESS_DENIED, "Access is denied");
    }
  }

  /** The region that the ARN names, once it has been looked at. */
  static String regionOf(String arn) {
    return arn.split(":", 5)[3];
  }

  static ServiceException notFound(String arn) {
    return new ServiceException(ErrorType.BACKUP_NOT_FOUND, "Backup not found: " + arn);
  }
}
