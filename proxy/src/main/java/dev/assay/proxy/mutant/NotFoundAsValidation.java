package dev.assay.proxy.mutant;

/** What is not there is told as a validation error. */
final class NotFoundAsValidation implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    if (reply.errorName().equals("ResourceNotFoundException")) {
      reply.body().put("__type", "com.amazon.coral.validate#ValidationException");
    }
    return reply;
  }
}
