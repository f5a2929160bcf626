package com.example.billing.money;

/** An amount in cents. */
public record Money(long cents) {
  public static final Money NOTHING = new Money(0);

  public Money plus(Money other) {
    return new Money(Math.addExact(cents, other.cents));
  }

  /** So many per cent of this, rounded half up. */
  public Money percent(int rate) {
    return new Money(Math.floorDiv(Math.addExact(Math.multiplyExact(cents, rate), 50), 100));
  }
}
