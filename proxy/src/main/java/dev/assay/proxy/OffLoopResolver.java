package dev.assay.proxy;

import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Looks host names up with the JDK's resolver, which blocks, on threads where that harms nobody.
 */
final class OffLoopResolver extends AddressResolverGroup<InetSocketAddress> {
  private final Executor blocking;

  OffLoopResolver(Executor blocking) {
    this.blocking = blocking;
  }

  @Override
  protected AddressResolver<InetSocketAddress> newResolver(EventExecutor loop) {
    return new InetNameResolver(loop) {
      @Override
      protected void doResolve(String host, Promise<InetAddress> promise) {
        blocking.execute(
            () -> {
              try {
                promise.setSuccess(InetAddress.getAllByName(host)[0]);
              } catch (UnknownHostException e) {
                promise.setFailure(e);
              }
            });
      }

      @Override
      protected void doResolveAll(String host, Promise<List<InetAddress>> promise) {
        blocking.execute(
            () -> {
              try {
                promise.setSuccess(List.of(InetAddress.getAllByName(host)));
              } catch (UnknownHostException e) {
                promise.setFailure(e);
              }
            });
      }
    }.asAddressResolver();
  }
}
