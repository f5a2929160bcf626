package com.example.billing.invoices;

import com.example.billing.letters.Letters;
import com.example.billing.money.Money;
import java.util.List;

/** What somebody owes, before tax. */
public record Invoice(List<Money> items) {
  private static final int TAX = 19;

  /** With tax, as people read it. */
  public String total() {
    Money net = items.stream().reduce(Money.NOTHING, Money::plus);
    return Letters.amount(net.plus(net.percent(TAX)));
  }
}
