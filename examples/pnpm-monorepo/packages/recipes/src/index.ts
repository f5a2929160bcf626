import { type Amount, times } from "@kitchen/units";

export interface Recipe {
  readonly name: string;
  /** How many it is for. */
  readonly people: number;
  readonly ingredients: Readonly<Record<string, Amount>>;
}

export const pancakes: Recipe = {
  name: "pancakes",
  people: 2,
  ingredients: {
    flour: { value: 125, unit: "g" },
    milk: { value: 250, unit: "ml" },
    egg: { value: 1, unit: "piece" },
  },
};

/** The same recipe for so many. */
export function serve(recipe: Recipe, people: number): Recipe {
  const factor = people / recipe.people;
  const ingredients = Object.entries(recipe.ingredients).map(
    ([name, amount]) => [name, times(amount, factor)] as const,
  );
  return { ...recipe, people, ingredients: Object.fromEntries(ingredients) };
}
