import assert from "node:assert/strict";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { createShop } from "../src/server.ts";

test("the health check answers", async () => {
  const server = createShop([]).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/healthz`);
  assert.equal(await response.text(), "ok\n");
  server.close();
});
