package shop.ledger;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The connection that the environment names, as PostgreSQL's own programs read it. */
final class Database {
  private Database() {}

  static Connection connect() throws SQLException {
    var address = "jdbc:postgresql://%s:%s/%s".formatted(variable("PGHOST", "localhost"), variable("PGPORT", "5432"), variable("PGDATABASE", "postgres"));
    return DriverManager.getConnection(address, variable("PGUSER", "postgres"), variable("PGPASSWORD", "postgres"));
  }

  private static String variable(String name, String otherwise) {
    var value = System.getenv(name);
    return value == null || value.isEmpty() ? otherwise : value;
  }
}
