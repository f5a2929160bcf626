package shop.ledger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;

/** Serves balances over HTTP: GET reads one, POST books the cents in its body first. */
public final class Main {
  private static final String PATH = "/balance/";

  private Main() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    var port = Integer.parseInt(Objects.requireNonNull(System.getenv("PORT"), "PORT is not set"));
    var ledger = new Ledger(Database.connect());
    var server = HttpServer.create(new InetSocketAddress(port), 0);
    server.createContext(PATH, exchange -> {
      try (exchange) {
        answer(ledger, exchange);
      }
    });
    server.start();
  }

  private static void answer(Ledger ledger, HttpExchange exchange) throws IOException {
    var customer = exchange.getRequestURI().getPath().substring(PATH.length());
    try {
      if (exchange.getRequestMethod().equals("POST")) {
        ledger.book(customer, Long.parseLong(read(exchange)));
      }
      send(exchange, 200, Long.toString(ledger.balance(customer)));
    } catch (NumberFormatException cause) {
      send(exchange, 400, "the body must be an amount in cents");
    } catch (SQLException cause) {
      send(exchange, 503, "the database does not answer");
    }
  }

  private static String read(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    var body = (text + "\n").getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
