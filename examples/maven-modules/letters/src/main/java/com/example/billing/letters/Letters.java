package com.example.billing.letters;

import com.example.billing.money.Money;

/** Amounts as people read them. */
public final class Letters {
  private Letters() {}

  /** {@code 12.05 EUR}. */
  public static String amount(Money money) {
    return "%d.%02d EUR".formatted(money.cents() / 100, money.cents() % 100);
  }
}
