import assert from "node:assert/strict";
import { test } from "node:test";
import { renderPage } from "../src/page.ts";

test("a product is shown with its price", () => {
  assert.match(
    renderPage([{ name: "apple", cents: 45 }]),
    /<li>apple 0\.45<\/li>/,
  );
});

test("a name is text, not markup", () => {
  assert.match(renderPage([{ name: "<b>", cents: 1 }]), /&lt;b&gt;/);
});
