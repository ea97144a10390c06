package dev.assay.engine.api;

/**
 * What goes back to the client.
 *
 * @param status the HTTP status
 * @param body the JSON document
 */
public record Answer(int status, byte[] body) {}
