export type Unit = "g" | "ml" | "piece";

export interface Amount {
  readonly value: number;
  readonly unit: Unit;
}

/** That amount, so many times; pieces are rounded up. */
export function times({ value, unit }: Amount, factor: number): Amount {
  const product = value * factor;
  return { value: unit === "piece" ? Math.ceil(product) : product, unit };
}
