package dev.assay.features.world;

import dev.assay.features.tables.TableSchema;
import dev.assay.features.tables.Tables;
import dev.assay.features.wire.StoreClient;
import dev.assay.features.wire.TransportException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The tables of one scenario, by what the scenario calls them; the one without a name is called "".
 */
public final class ScenarioTables {
  private final Tables tables;
  private final StoreClient client;
  private final String suffix;
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, TableSchema> schemas = new LinkedHashMap<>();
  private final List<Tables.Lease> leases = new ArrayList<>();
  private final List<String> own = new ArrayList<>();

  ScenarioTables(Tables tables, StoreClient client, String scenario) {
    this.tables = tables;
    this.client = client;
    this.suffix = scenario.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  /** Has a table that other scenarios used before and will use after. */
  public void borrow(String alias, TableSchema schema) throws TransportException {
    Tables.Lease lease = tables.lease(client, schema);
    leases.add(lease);
    names.put(alias, lease.table());
    schemas.put(alias, schema);
  }

  /** Has a table of its own. */
  public void create(String alias, TableSchema schema) throws TransportException {
    tables.create(client, allot(alias), schema);
    schemas.put(alias, schema);
  }

  /**
   * A name that no table has, for the scenario to create or to miss; the same each time it is asked
   * for.
   */
  public String allot(String alias) {
    String known = names.get(alias);
    if (known != null) {
      return known;
    }
    String name = tables.prefix() + "-" + suffix + "-" + own.size();
    tables.note(name);
    own.add(name);
    names.put(alias, name);
    return name;
  }

  /** The name of the table. */
  public String named(String alias) {
    String name = names.get(alias);
    if (name == null) {
      throw new IllegalArgumentException(
          "the scenario has no table called \"" + alias + "\", only " + names.keySet());
    }
    return name;
  }

  /** The schema of a table that the scenario began with. */
  public TableSchema schema(String alias) {
    named(alias);
    TableSchema schema = schemas.get(alias);
    if (schema == null) {
      throw new IllegalArgumentException("table \"" + alias + "\" was not set up by a Given step");
    }
    return schema;
  }

  /** Gives back what was borrowed and deletes the rest. */
  public void release() throws TransportException {
    StoreClient quiet = client.quiet();
    for (String table : own) {
      tables.delete(quiet, table);
    }
    for (Tables.Lease lease : leases) {
      tables.giveBack(quiet, lease);
    }
  }
}
