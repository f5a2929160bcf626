package com.example.billing.invoices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.example.billing.money.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvoiceTest {
  @Test
  void taxIsAdded() {
    assertEquals("11.90 EUR", new Invoice(List.of(new Money(750), new Money(250))).total());
  }

  @Test
  void itemsAreReadFromTheQuery() {
    assertEquals("4.17 EUR", Main.total("100,250"));
  }
}
