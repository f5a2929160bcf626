import { createShop } from "./server.ts";

const products = [
  { name: "apple", cents: 45 },
  { name: "bread", cents: 320 },
];

createShop(products).listen(Number(process.env.PORT ?? 3000));
