import assert from "node:assert/strict";
import { test } from "node:test";
import { shoppingList } from "../src/shopping.ts";

test("says what to buy for three", () => {
  assert.equal(shoppingList(3), "187.5 g flour\n375 ml milk\n2 egg\n");
});
