package shop.ledger;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/** Serves balances over HTTP. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    var ledger = new Ledger(Database.connect());
    var server = HttpServer.create(new InetSocketAddress(8083), 0);
    server.createContext("/balance/", exchange -> {
      var customer = exchange.getRequestURI().getPath().substring("/balance/".length());
      try (exchange) {
        var body = Long.toString(ledger.balance(customer)).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
      } catch (SQLException cause) {
        throw new IOException(cause);
      }
    });
    server.start();
  }
}
