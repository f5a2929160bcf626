import { createServer } from "node:http";
import { shoppingList } from "./shopping.ts";

createServer((request, response) => {
  const people = Number(request.url?.slice(1));
  if (Number.isInteger(people) && people > 0)
    response.end(shoppingList(people));
  else response.writeHead(404).end();
}).listen(Number(process.env.PORT));
