import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { text } from "node:stream/consumers";
import { type Product, renderPage } from "./page.ts";

/** Serves the catalogue and a health check, and hands baskets to the cart. */
export function createShop(
  products: readonly Product[],
  cartUrl: string,
): Server {
  return createServer((request, response) => {
    if (request.url === "/healthz") {
      response.end("ok\n");
    } else if (request.url === "/") {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(renderPage(products));
    } else if (request.url === "/baskets" && request.method === "POST") {
      handOver(request, response, cartUrl).catch(() => {
        response.writeHead(502).end("the cart does not answer\n");
      });
    } else {
      response.writeHead(404).end("not found\n");
    }
  });
}

async function handOver(
  request: IncomingMessage,
  response: ServerResponse,
  cartUrl: string,
): Promise<void> {
  const answer = await fetch(new URL("/baskets", cartUrl), {
    method: "POST",
    body: await text(request),
  });
  const body = await answer.text();
  response.writeHead(answer.status).end(body);
}
