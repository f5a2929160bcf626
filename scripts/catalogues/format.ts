import type { ImageEntry } from './images.ts';

/** data/action-catalog.json, as it is reviewed: one value a line. */
export function actionCatalogueText(catalogue: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify(catalogue, null, 1)}\n`;
}

/** data/image-catalog.json, as it is reviewed: one image a line. */
export function imageCatalogueText(images: readonly ImageEntry[]): string {
  const line = (entry: ImageEntry) =>
    `  {${Object.entries(entry)
      .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
      .join(', ')}}`;
  return `[\n${images.map(line).join(',\n')}\n]\n`;
}
