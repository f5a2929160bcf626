package shop.ledger;

import java.sql.Connection;
import java.sql.SQLException;

/** Books orders, and knows what each customer owes. */
public final class Ledger {
  private final Connection connection;

  public Ledger(Connection connection) throws SQLException {
    this.connection = connection;
    try (var statement = connection.createStatement()) {
      statement.execute("create table if not exists entry (customer text not null, cents bigint not null)");
    }
  }

  /** Adds an entry; cents may be negative for a payment. */
  public void book(String customer, long cents) throws SQLException {
    try (var statement = connection.prepareStatement("insert into entry values (?, ?)")) {
      statement.setString(1, customer);
      statement.setLong(2, cents);
      statement.executeUpdate();
    }
  }

  /** What the customer owes, in cents. */
  public long balance(String customer) throws SQLException {
    try (var statement = connection.prepareStatement("select coalesce(sum(cents), 0) from entry where customer = ?")) {
      statement.setString(1, customer);
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }
}
