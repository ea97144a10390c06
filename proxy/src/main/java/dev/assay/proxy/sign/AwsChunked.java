package dev.assay.proxy.sign;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/**
 * Takes a body out of AWS's chunks: {@code SIZE[;chunk-signature=...]CRLF DATA CRLF}, ended by one
 * of size 0 and, perhaps, trailers. The signatures in them are the client's and are not checked.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html">sigv4-streaming</a>
 */
final class AwsChunked {
  private static final int LONGEST_LINE = 4096;

  private AwsChunked() {}

  /** The bytes inside; the given ones are left as they are. */
  static byte[] decode(ByteBuf chunked) throws SigningException {
    ByteBuf in = chunked.duplicate();
    ByteBuf out = Unpooled.buffer(in.readableBytes());
    while (true) {
      int size = size(line(in));
      if (size == 0) {
        byte[] body = new byte[out.readableBytes()];
        out.readBytes(body);
        return body;
      }
      if (in.readableBytes() < size + 2) {
        throw new SigningException("a chunk of its aws-chunked body is cut off");
      }
      out.writeBytes(in, size);
      if (in.readByte() != '\r' || in.readByte() != '\n') {
        throw new SigningException("a chunk of its aws-chunked body is longer than it says");
      }
    }
  }

  private static String line(ByteBuf in) throws SigningException {
    int end = in.indexOf(in.readerIndex(), in.writerIndex(), (byte) '\n');
    int length = end - in.readerIndex();
    if (end < 0 || length > LONGEST_LINE) {
      throw new SigningException("its aws-chunked body has no end");
    }
    String line = in.readCharSequence(length, StandardCharsets.US_ASCII).toString().strip();
    in.skipBytes(1);
    return line;
  }

  private static int size(String line) throws SigningException {
    int extension = line.indexOf(';');
    String digits = extension < 0 ? line : line.substring(0, extension);
    try {
      int size = Integer.parseInt(digits, 16);
      if (size >= 0) {
        return size;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new SigningException("its aws-chunked body has a chunk of size \"" + digits + "\"");
  }
}
