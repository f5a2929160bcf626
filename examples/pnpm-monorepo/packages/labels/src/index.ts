import type { Amount } from "@kitchen/units";

/** `150 g`, `3` for pieces. */
export function label({ value, unit }: Amount): string {
  return unit === "piece" ? String(value) : `${value} ${unit}`;
}
