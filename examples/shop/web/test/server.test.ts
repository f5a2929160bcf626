import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type TestContext, test } from "node:test";
import { createShop } from "../src/server.ts";

test("the health check answers", async (context) => {
  const shop = await listen(context, createShop([], "http://127.0.0.1:9"));
  const response = await fetch(`${shop}/healthz`);
  assert.equal(await response.text(), "ok\n");
});

test("a basket is handed to the cart, and its answer comes back", async (context) => {
  const echo = createServer((request, response) => {
    response.writeHead(422);
    request.pipe(response);
  });
  const cart = await listen(context, echo);
  const shop = await listen(context, createShop([], cart));
  const response = await fetch(`${shop}/baskets`, {
    method: "POST",
    body: '["unicorn"]',
  });
  assert.equal(response.status, 422);
  assert.equal(await response.text(), '["unicorn"]');
});

test("a cart that does not answer is a bad gateway", async (context) => {
  const gone = createServer().listen(0, "127.0.0.1");
  await once(gone, "listening");
  const cart = addressOf(gone);
  gone.close();
  const shop = await listen(context, createShop([], cart));
  const response = await fetch(`${shop}/baskets`, { method: "POST" });
  assert.equal(response.status, 502);
});

async function listen(context: TestContext, server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  context.after(() => server.close());
  return addressOf(server);
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
