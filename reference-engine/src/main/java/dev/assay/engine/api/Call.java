package dev.assay.engine.api;

import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.JsonWriter;

/**
 * One call on its way through an operation.
 *
 * @param in the request body, not read yet
 * @param out the response body, to be written as one JSON object
 */
public record Call(Region region, JsonReader in, JsonWriter out) {}
