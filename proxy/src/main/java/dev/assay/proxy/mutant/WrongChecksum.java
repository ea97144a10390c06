package dev.assay.proxy.mutant;

/** The CRC32 is not that of the body. */
final class WrongChecksum implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    return reply.withHeader("x-amz-crc32", "1");
  }
}
