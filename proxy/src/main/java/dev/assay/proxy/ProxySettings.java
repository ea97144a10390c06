package dev.assay.proxy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a proxy is told at its start.
 *
 * @param upstream the store behind it
 * @param listen where clients connect; port 0 takes a free one
 * @param control where the JSON control API listens; port 0 takes a free one
 * @param journalFolder where the journal is kept; made when absent
 * @param seed from which rules without a seed of their own derive theirs
 * @param connectTimeout how long a connection to the store may take
 * @param upstreamTimeout how long the store may be silent while a request waits for it
 * @param clientTimeout how long a client may neither send nor take the bytes of an exchange under
 *     way
 * @param upstreamIdle how long an unused connection to the store is kept; shorter than stores keep
 *     theirs (Node's servers: 5 s), because a request on a connection that the store is closing
 *     fails
 * @param journalBodyBytes how many bytes of each body the journal keeps
 * @param threads event loops
 */
public record ProxySettings(
    UpstreamAddress upstream,
    InetSocketAddress listen,
    InetSocketAddress control,
    Path journalFolder,
    long seed,
    Duration connectTimeout,
    Duration upstreamTimeout,
    Duration clientTimeout,
    Duration upstreamIdle,
    int journalBodyBytes,
    int threads) {

  /** The service's limit on a request's body: 16 MB. */
  public static final int MAX_BODY_BYTES = 16 << 20;

  /** Free ports on the loopback interface, seed 0, and time limits like those of the SDKs. */
  public static ProxySettings of(UpstreamAddress upstream, Path journalFolder) {
    return new ProxySettings(
        upstream,
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        journalFolder,
        0,
        Duration.ofSeconds(3),
        Duration.ofSeconds(30),
        Duration.ofSeconds(60),
        Duration.ofSeconds(4),
        64 << 10,
        Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors())));
  }

  /** These settings with another address for clients. */
  public ProxySettings withListen(InetSocketAddress address) {
    return new ProxySettings(
        upstream,
        address,
        control,
        journalFolder,
        seed,
        connectTimeout,
        upstreamTimeout,
        clientTimeout,
        upstreamIdle,
        journalBodyBytes,
        threads);
  }

  /** These settings with another address for the control API. */
  public ProxySettings withControl(InetSocketAddress address) {
    return new ProxySettings(
        upstream,
        listen,
        address,
        journalFolder,
        seed,
        connectTimeout,
        upstreamTimeout,
        clientTimeout,
        upstreamIdle,
        journalBodyBytes,
        threads);
  }

  /** These settings with another seed. */
  public ProxySettings withSeed(long newSeed) {
    return new ProxySettings(
        upstream,
        listen,
        control,
        journalFolder,
        newSeed,
        connectTimeout,
        upstreamTimeout,
        clientTimeout,
        upstreamIdle,
        journalBodyBytes,
        threads);
  }

  /** These settings with another patience for the store's silence. */
  public ProxySettings withUpstreamTimeout(Duration timeout) {
    return new ProxySettings(
        upstream,
        listen,
        control,
        journalFolder,
        seed,
        connectTimeout,
        timeout,
        clientTimeout,
        upstreamIdle,
        journalBodyBytes,
        threads);
  }

  /** These settings with another patience for the client's silence. */
  public ProxySettings withClientTimeout(Duration timeout) {
    return new ProxySettings(
        upstream,
        listen,
        control,
        journalFolder,
        seed,
        connectTimeout,
        upstreamTimeout,
        timeout,
        upstreamIdle,
        journalBodyBytes,
        threads);
  }

  /** These settings keeping another number of bytes of each body. */
  public ProxySettings withJournalBodyBytes(int bytes) {
    return new ProxySettings(
        upstream,
        listen,
        control,
        journalFolder,
        seed,
        connectTimeout,
        upstreamTimeout,
        clientTimeout,
        upstreamIdle,
        bytes,
        threads);
  }
}
