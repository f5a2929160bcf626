package com.example.billing.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class MoneyTest {
  @Test
  void percentagesAreRoundedHalfUp() {
    assertEquals(new Money(2), new Money(10).percent(19));
    assertEquals(new Money(1), new Money(5).percent(10));
  }

  @Test
  void anAmountThatIsTooLargeIsRefused() {
    assertThrows(ArithmeticException.class, () -> new Money(Long.MAX_VALUE).plus(new Money(1)));
  }
}
