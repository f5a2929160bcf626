package shop.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private Connection connection;
  private Ledger ledger;

  @BeforeEach
  void connect() throws SQLException {
    connection = Database.connect();
    ledger = new Ledger(connection);
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  @Test
  void entriesAddUp() throws SQLException {
    var customer = UUID.randomUUID().toString();
    ledger.book(customer, 320);
    ledger.book(customer, -100);
    assertEquals(220, ledger.balance(customer));
  }

  @Test
  void anUnknownCustomerOwesNothing() throws SQLException {
    assertEquals(0, ledger.balance(UUID.randomUUID().toString()));
  }
}
