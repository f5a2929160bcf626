import type { ProjectProfile } from '../../../domain/profile.ts';
import type { Selector } from '../../../domain/request.ts';
import type { Atom } from '../meaning.ts';
import { has, tagged } from './chunks.ts';

/** Puts the names of those that were not named before in the place of `everything else`; leaves it where somebody would be left out. */
export function withRest(spoken: readonly (readonly Atom[])[], profile: ProjectProfile): (readonly Atom[])[] {
  const sentences = spoken.map(withoutUnchanged).filter((sentence) => sentence.length > 0);
  const all = sentences.flat();
  const rest = all.find(({ meaning }) => meaning.tag === 'rest');
  if (!rest || isOfSomething(rest, sentences)) return [...sentences];
  const others = othersThan(all.slice(0, all.indexOf(rest)), profile);
  return sentences.map((sentence) => sentence.flatMap((atom) => (atom === rest ? (others ?? [atom]) : [atom])));
}

/** `…, everything else stays as it is`: of which nothing is wished. */
function withoutUnchanged(sentence: readonly Atom[]): readonly Atom[] {
  const joint = sentence.findLastIndex(({ meaning }) => meaning.tag === 'join');
  const behind = sentence.slice(joint + 1);
  const text = behind.map(({ words, meaning }) => (meaning.tag === 'rest' ? 'REST' : words.toLowerCase())).join(' ');
  return UNCHANGED.test(text) ? sentence.slice(0, Math.max(joint, 0)) : sentence;
}

const UNCHANGED =
  /^(?:REST (?:(?:can|should|may|must|shall) )?(?:stays?|remains?) (?:as (?:it is|they are|is)|where (?:it is|they are)|the same|unchanged|untouched)|(?:keep|leave|leaves) REST (?:as (?:it is|they are|is)|alone|unchanged|untouched))$/;

/** `the rest of web`. */
function isOfSomething(rest: Atom, sentences: readonly (readonly Atom[])[]): boolean {
  return sentences.some(
    (sentence) => /^of\b/i.test(sentence[sentence.indexOf(rest) + 1]?.words ?? '') && sentence.includes(rest),
  );
}

function othersThan(before: readonly Atom[], { services, units }: ProjectProfile): Atom[] | null {
  const named = tagged(before, 'selector').flatMap(({ meaning }) => meaning.selectors);
  const isOfServices = named.length > 0 && named.every((one) => 'service' in one) && !has(before, 'language', 'path');
  const isWhole = units.every(({ directory }) => services.some((service) => service.directory === directory));
  const left = services.filter(({ name }) => !named.some((one) => 'service' in one && one.service === name));
  if (!isOfServices || !isWhole || left.length === 0) return null;
  return left.flatMap(({ name }, at): Atom[] => {
    const selectors: readonly Selector[] = [{ service: name }];
    const atom: Atom = { meaning: { tag: 'selector', selectors }, words: name };
    return at === 0 ? [atom] : [{ meaning: { tag: 'join' }, words: 'and' }, atom];
  });
}
