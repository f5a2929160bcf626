import type { DocumentPath } from '../../domain/finding.ts';

export interface TextAt {
  readonly text: string;
  readonly path: DocumentPath;
}

/** Every text below a value, in no order. What an alias repeats is looked at once. Without recursion: a document may be nested as deeply as it likes. */
export function textsIn(value: unknown, path: DocumentPath = []): TextAt[] {
  const found: TextAt[] = [];
  const seen = new Set<object>();
  const open: { readonly value: unknown; readonly path: DocumentPath }[] = [{ value, path }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value: here, path } = next;
    if (typeof here === 'string') found.push({ text: here, path });
    if (typeof here !== 'object' || here === null || seen.has(here)) continue;
    seen.add(here);
    const children = Array.isArray(here) ? here.entries() : Object.entries(here);
    for (const [step, child] of children)
      if (typeof child === 'string' || typeof child === 'object')
        open.push({ value: child as unknown, path: [...path, step] });
  }
  return found;
}
