/** A rule's sentence with the values of one finding in the place of `{name}`. */
export function fill(template: string, params: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? (params[name] ?? whole) : whole,
  );
}

/** The words of a library as the beginning of a sentence of ours: without the stop at their end. */
export function clause(words: string): string {
  return words.replace(/[.\s]+$/, '');
}
