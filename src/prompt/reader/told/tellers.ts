import type { Atom } from '../meaning.ts';

/** Who tells something, or of whom it is told. */
export const TELLER =
  /^(?:i|we|they|you|he|she|it|someone|somebody|everyone|everybody|people|folks|team|anyone|anybody|no one|nobody|developers|engineers|devs|maintainers|contributors|colleagues)$/i;

/** `somebody committed a key`, `anyone could push one`: what has been done or may be is told, in words that are all known. */
export function isDone(atoms: readonly Atom[]): boolean {
  if (isProposed(atoms)) return false;
  return atoms.some(({ words }, at) => {
    const before = atoms[at - 1]?.words ?? '';
    return TELLER.test(before) && /^(?:\w{2,}ed|broke|lost|got|went|had|has|have|could|might)$/i.test(words);
  });
}

/** `we could run CI at night` proposes it; `somebody could push a key` fears it. */
export function isProposed(atoms: readonly Atom[]): boolean {
  return atoms.some(
    ({ words }, at) => /^(?:could|might)$/i.test(words) && /^(?:we|i|you|ci)$/i.test(atoms[at - 1]?.words ?? ''),
  );
}

/** `lint the code that we deploy to production`, `test the service we publish`: a deed that only says which is meant. */
export function isToldOfWhich(atoms: readonly Atom[]): boolean {
  return atoms.some(({ meaning }, at) => {
    const [noun, that, who] = [atoms[at - 3], atoms[at - 2], atoms[at - 1]];
    const isDeed = /^(?:deploy|publish|push)$/.test(meaning.tag);
    const isWho = who !== undefined && TELLER.test(who.words);
    const isNamed =
      that !== undefined && (isNoun(that) || (RELATIVE.test(that.words) && noun !== undefined && isNoun(noun)));
    return isDeed && isWho && isNamed && atoms.slice(0, at - 2).some(isWished);
  });
}

const RELATIVE = /^(?:that|which|whom)$/i;

function isNoun({ meaning, words }: Atom): boolean {
  return (
    /^(?:selector|language|path|image|container)$/.test(meaning.tag) ||
    /^(?:code|sources?|services?|apps?|applications?|packages?|modules?|projects?|components?|things?)$/i.test(words)
  );
}

function isWished({ meaning }: Atom): boolean {
  return /^(?:check|tool|do|scan|extra)$/.test(meaning.tag);
}

/** `thanks for linting web`: it is done. */
export function isThanked(atoms: readonly Atom[]): boolean {
  return atoms.some(
    ({ words }, at) =>
      /^(?:many )?(?:thanks|thank you|thx)\b/i.test(words) &&
      /^for$/i.test(atoms[at + 1]?.words ?? '') &&
      /ing$/i.test(atoms[at + 2]?.words ?? ''),
  );
}

/** `we would have linted web`, `web should have been tested`: it was not done, and nobody says that it should be; `should have linting` wishes. */
export function isMissed(atoms: readonly Atom[]): boolean {
  const have = atoms.findIndex(({ words }) => /^have$/i.test(words));
  const before = atoms
    .slice(0, Math.max(have, 0))
    .findLast(({ words }) => !/^(?:not|never|also|all|really)$/i.test(words));
  const isModal =
    /^(?:should|shouldn't|should not|would|i would|we would|could|must|might|may|ought to|i'd|we'd)$/i.test(
      before?.words ?? '',
    );
  return isModal && /^(?:been|had|been \w+|[a-z-]+ed|run|built|done)$/i.test(atoms[have + 1]?.words ?? '');
}
