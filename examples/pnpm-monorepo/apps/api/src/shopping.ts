import { label } from "@kitchen/labels";
import { pancakes, serve } from "@kitchen/recipes";

/** What to buy for so many, a line each. */
export function shoppingList(people: number): string {
  const { ingredients } = serve(pancakes, people);
  return Object.entries(ingredients)
    .map(([name, amount]) => `${label(amount)} ${name}\n`)
    .join("");
}
