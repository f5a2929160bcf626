import { createServer, type Server } from "node:http";
import { type Product, renderPage } from "./page.ts";

/** Serves the catalogue and a health check. */
export function createShop(products: readonly Product[]): Server {
  return createServer((request, response) => {
    if (request.url === "/healthz") {
      response.end("ok\n");
    } else if (request.url === "/") {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(renderPage(products));
    } else {
      response.statusCode = 404;
      response.end("not found\n");
    }
  });
}
