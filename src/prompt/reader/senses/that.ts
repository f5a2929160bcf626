import type { Atom } from '../meaning.ts';

/** `sign that image`, `push that to ghcr.io`: right behind a deed the word stands for something, as `it` does; `make sure that` and `the code that` go on. */
export function withThat(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.map((atom, at) => {
    const [before, next] = [atoms[at - 1], atoms[at + 1]];
    // `that image should be signed`, at the beginning.
    const isLead =
      before === undefined && next !== undefined && /^(?:image|chart|container|service|app)$/i.test(next.words);
    const isBehind = before !== undefined && isDeed(before) && isObject(next);
    const isMeant = /^that$/i.test(atom.words) && (isLead || isBehind);
    return isMeant ? { ...atom, meaning: { tag: 'pronoun' } } : atom;
  });
}

function isDeed({ meaning, words }: Atom): boolean {
  if (meaning.tag === 'check') return !meaning.isNoun;
  if (meaning.tag === 'extra') return /^(?:sign|attest)$/i.test(words);
  return /^(?:push|publish|deploy|scan)$/.test(meaning.tag) || /^(?:give|run|use|build)$/i.test(words);
}

/** The end, a thing that it says which of, or where and when the deed is done. */
function isObject(next: Atom | undefined): boolean {
  if (next === undefined || next.meaning.tag === 'join') return true;
  return (
    /^(?:image|chart|container|event|also)$/.test(next.meaning.tag) ||
    /^(?:to|on|for|with|in|from|by|code|package|app|service)$/i.test(next.words)
  );
}
