package dev.assay.engine.auth;

import org.jspecify.annotations.Nullable;

/** Refuses nothing. */
final class AllowAll implements Authorizer {
  @Override
  public boolean isOn() {
    return false;
  }

  @Override
  public @Nullable String denial(AccessRequest request) {
    return null;
  }
}
