package dev.assay.engine.auth;

import org.jspecify.annotations.Nullable;

/** For an engine without an authorization file: everyone may do everything. */
public record AllowAll() implements Authorizer {
  @Override
  public boolean isOn() {
    return false;
  }

  @Override
  public boolean wasAsked() {
    return true;
  }

  @Override
  public @Nullable String denial(AccessRequest request) {
    return null;
  }
}
