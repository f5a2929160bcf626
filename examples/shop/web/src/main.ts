import { createShop } from "./server.ts";

const products = [
  { name: "apple", cents: 45 },
  { name: "bread", cents: 320 },
];
const cartUrl = process.env.CART_URL ?? "http://localhost:8081";

createShop(products, cartUrl).listen(Number(process.env.PORT ?? 3000));
