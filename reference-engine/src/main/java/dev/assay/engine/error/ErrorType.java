package dev.assay.engine.error;

/** The error types of the API: each with the {@code __type} that the wire carries. */
public enum ErrorType {
  VALIDATION(Namespace.VALIDATE, "ValidationException"),
  SERIALIZATION(Namespace.CORAL, "SerializationException"),
  /** What SearchVectors answers, whose front end is another one and spells the message small. */
  SEARCH_SERIALIZATION(Namespace.CORAL, "SerializationException"),
  UNKNOWN_OPERATION(Namespace.CORAL, "UnknownOperationException"),
  INVALID_SIGNATURE(Namespace.CORAL, "InvalidSignatureException"),
  INCOMPLETE_SIGNATURE(Namespace.CORAL, "IncompleteSignatureException"),
  UNRECOGNIZED_CLIENT(Namespace.CORAL, "UnrecognizedClientException"),
  MISSING_AUTHENTICATION_TOKEN(Namespace.CORAL, "MissingAuthenticationTokenException"),
  ACCESS_DENIED(Namespace.CORAL, "AccessDeniedException"),
  EXPIRED_TOKEN(Namespace.CORAL, "ExpiredTokenException"),
  REQUEST_TOO_LARGE(Namespace.CORAL, "RequestEntityTooLargeException", 413),
  CONDITIONAL_CHECK_FAILED("ConditionalCheckFailedException"),
  RESOURCE_NOT_FOUND("ResourceNotFoundException"),
  RESOURCE_IN_USE("ResourceInUseException"),
  TABLE_NOT_FOUND("TableNotFoundException"),
  TABLE_IN_USE("TableInUseException"),
  INDEX_NOT_FOUND("IndexNotFoundException"),
  LIMIT_EXCEEDED("LimitExceededException"),
  ITEM_COLLECTION_SIZE_LIMIT_EXCEEDED("ItemCollectionSizeLimitExceededException"),
  PROVISIONED_THROUGHPUT_EXCEEDED("ProvisionedThroughputExceededException"),
  REQUEST_LIMIT_EXCEEDED("RequestLimitExceeded"),
  THROTTLING("ThrottlingException"),
  TRANSACTION_CANCELED("TransactionCanceledException"),
  TRANSACTION_CONFLICT("TransactionConflictException"),
  TRANSACTION_IN_PROGRESS("TransactionInProgressException"),
  IDEMPOTENT_PARAMETER_MISMATCH("IdempotentParameterMismatchException"),
  DUPLICATE_ITEM("DuplicateItemException"),
  REPLICATED_WRITE_CONFLICT("ReplicatedWriteConflictException"),
  GLOBAL_TABLE_ALREADY_EXISTS("GlobalTableAlreadyExistsException"),
  GLOBAL_TABLE_NOT_FOUND("GlobalTableNotFoundException"),
  REPLICA_ALREADY_EXISTS("ReplicaAlreadyExistsException"),
  REPLICA_NOT_FOUND("ReplicaNotFoundException"),
  POLICY_NOT_FOUND("PolicyNotFoundException"),
  BACKUP_IN_USE("BackupInUseException"),
  BACKUP_NOT_FOUND("BackupNotFoundException"),
  CONTINUOUS_BACKUPS_UNAVAILABLE("ContinuousBackupsUnavailableException"),
  POINT_IN_TIME_RECOVERY_UNAVAILABLE("PointInTimeRecoveryUnavailableException"),
  INVALID_RESTORE_TIME("InvalidRestoreTimeException"),
  TABLE_ALREADY_EXISTS("TableAlreadyExistsException"),
  EXPORT_CONFLICT("ExportConflictException"),
  EXPORT_NOT_FOUND("ExportNotFoundException"),
  INVALID_EXPORT_TIME("InvalidExportTimeException"),
  IMPORT_CONFLICT("ImportConflictException"),
  IMPORT_NOT_FOUND("ImportNotFoundException"),
  TRIMMED_DATA_ACCESS("TrimmedDataAccessException"),
  EXPIRED_ITERATOR("ExpiredIteratorException"),
  /** Those of Application Auto Scaling, whose front end leaves the namespace out. */
  SCALING_VALIDATION(Namespace.NONE, "ValidationException"),
  SCALING_LIMIT_EXCEEDED(Namespace.NONE, "LimitExceededException"),
  OBJECT_NOT_FOUND(Namespace.NONE, "ObjectNotFoundException"),
  INVALID_NEXT_TOKEN(Namespace.NONE, "InvalidNextTokenException"),
  INTERNAL_SERVER_ERROR(Namespace.DYNAMODB, "InternalServerError", 500),
  SERVICE_UNAVAILABLE(Namespace.CORAL, "ServiceUnavailableException", 503);

  private static final class Namespace {
    static final String NONE = "";
    static final String CORAL = "com.amazon.coral.service";
    static final String VALIDATE = "com.amazon.coral.validate";
    static final String DYNAMODB = "com.amazonaws.dynamodb.v20120810";
  }

  private final String namespace;
  private final String shapeName;
  private final int status;

  ErrorType(String shapeName) {
    this(Namespace.DYNAMODB, shapeName, 400);
  }

  ErrorType(String namespace, String shapeName) {
    this(namespace, shapeName, 400);
  }

  ErrorType(String namespace, String shapeName, int status) {
    this.namespace = namespace;
    this.shapeName = shapeName;
    this.status = status;
  }

  /** The name without its namespace, as SDKs match it. */
  public String shapeName() {
    return shapeName;
  }

  /** The wire's {@code __type}. */
  public String wireType() {
    return namespace.isEmpty() ? shapeName : namespace + '#' + shapeName;
  }

  /** Whether the common web front end gives this error, and not the store behind it. */
  public boolean isFrontEnd() {
    return namespace.equals(Namespace.CORAL) && this != SEARCH_SERIALIZATION;
  }

  /** Whether its message is spelt with a capital. */
  public boolean spellsMessageLarge() {
    return isFrontEnd() || namespace.isEmpty();
  }

  /** The HTTP status of the response that carries it. */
  public int status() {
    return status;
  }
}
