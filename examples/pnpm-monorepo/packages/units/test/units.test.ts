import assert from "node:assert/strict";
import { test } from "node:test";
import { times } from "../src/index.ts";

test("grams are multiplied", () => {
  assert.deepEqual(times({ value: 100, unit: "g" }, 1.5), {
    value: 150,
    unit: "g",
  });
});

test("nobody buys half an egg", () => {
  assert.equal(times({ value: 1, unit: "piece" }, 1.5).value, 2);
});
