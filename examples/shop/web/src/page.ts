export interface Product {
  readonly name: string;
  readonly cents: number;
}

/** The catalogue as a page. */
export function renderPage(products: readonly Product[]): string {
  const rows = products.map(
    ({ name, cents }) => `<li>${escapeHtml(name)} ${price(cents)}</li>`,
  );
  return `<!doctype html><title>Shop</title><ul>${rows.join("")}</ul>\n`;
}

function price(cents: number): string {
  return (cents / 100).toFixed(2);
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
