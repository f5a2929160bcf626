/** Mappings to append to a YAML text: a few lines that stand for nine to the power of nine scalars. */
export function aliasBomb(): string {
  const levels = Array.from({ length: 9 }, (_, n) => `x${n + 1}: &x${n + 1} [${Array(9).fill(`*x${n}`).join(', ')}]`);
  return `x0: &x0 [lol]\n${levels.join('\n')}\n`;
}

/** An XML document of the same kind: entities that stand for each other. */
export function entityBomb(): string {
  const levels = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(9)}">`);
  return `<!DOCTYPE project [<!ENTITY l0 "lol">${levels.join('')}]>\n<project>&l9;</project>\n`;
}

/** A text in UTF-16 with its byte-order mark, little end first. */
export function utf16(text: string): Buffer {
  return Buffer.from(`\ufeff${text}`, 'utf16le');
}
