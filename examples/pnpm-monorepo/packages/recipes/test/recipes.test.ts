import assert from "node:assert/strict";
import { test } from "node:test";
import { pancakes, serve } from "../src/index.ts";

test("a recipe for two feeds three", () => {
  const { people, ingredients } = serve(pancakes, 3);
  assert.equal(people, 3);
  assert.deepEqual(ingredients.egg, { value: 2, unit: "piece" });
  assert.deepEqual(ingredients.milk, { value: 375, unit: "ml" });
});
