import type { ProjectProfile } from '../../../domain/profile.ts';
import { has, tagged } from '../clauses/chunks.ts';
import { ecosystemsIn } from '../clauses/selectors.ts';
import { type Atom, type Meaning, withMeaning } from '../meaning.ts';
import { isBuildTool } from '../words/soft.ts';

/** `allow manual runs`, `allow web 20 minutes`: what else may be allowed is not said here. */
export function withLeave(atoms: readonly Atom[]): readonly Atom[] {
  const isAsked =
    has(atoms, 'minutes') ||
    tagged(atoms, 'event').some(({ meaning }) => meaning.on === 'manual' || meaning.on === 'merge_group');
  return isAsked ? atoms.map((atom) => (LEAVE.test(atom.words) ? withMeaning(atom, { tag: 'do' }) : atom)) : atoms;
}

/** `don't push either of them`: those that were named. */
export function withEither(atoms: readonly Atom[]): readonly Atom[] {
  if (!has(atoms, 'remove')) return atoms;
  return atoms.map((atom, at) => {
    const isOfThem = /^of$/i.test(atoms[at + 1]?.words ?? '') && has(atoms.slice(at + 2, at + 3), 'pronoun');
    return isOfThem && /^either$/i.test(atom.words) ? withMeaning(atom, { tag: 'filler' }) : atom;
  });
}

/** `write a chart for web`, `implement a lint job`: to have one; `write tests` is work for people. */
export function withAuthored(atoms: readonly Atom[]): readonly Atom[] {
  const isOfPipeline =
    has(atoms, 'chart', 'step') ||
    tagged(atoms, 'check').some(({ words }) => /(?:check|job|step|gate|threshold)$/i.test(words));
  if (!isOfPipeline) return atoms;
  return atoms.map((atom, at) => {
    const [article] = atoms.slice(at + 1).filter(({ words }) => !/^(?:me|us|up)$/i.test(words));
    const isAnew = /^(?:an?|another)$/i.test(article?.words ?? '');
    return isAnew && AUTHORED.test(atom.words) ? withMeaning(atom, { tag: 'do' }) : atom;
  });
}

const AUTHORED = /^(?:write|draft|craft|prepare|implement|author|compose|design)$/i;

/** `test web with yarn`: by what it is done is not chosen here. */
export function withoutManner(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.map((atom, at) => {
    const isBy = /^(?:with|using|by|via|through|under)$/i.test(atoms[at - 1]?.words ?? '');
    return isBy && atom.meaning.tag === 'language' && isBuildTool(atom.words)
      ? withMeaning(atom, { tag: 'unknown' })
      : atom;
  });
}

const LEAVE = /^(?:allow|allows|permit|permits)$/i;

/** `lint the Helm chart`, where the repository has charts: code like any other. */
export function withCharts(atoms: readonly Atom[], profile: ProjectProfile): readonly Atom[] {
  const isSetting = has(
    atoms,
    'selector',
    'language',
    'path',
    'replicas',
    'scaling',
    'host-word',
    'mesh',
    'quantity',
    'deploy',
  );
  if (isSetting || !has(atoms, 'check') || !ecosystemsIn(profile).includes('helm')) return atoms;
  const chart: Meaning = { tag: 'language', tool: null, ecosystems: ['helm'] };
  const isNamed = has(atoms, 'chart');
  return atoms.map((atom, at) => {
    const isRun = atom.words.toLowerCase() === 'helm' && atoms[at + 1]?.meaning.tag === 'check';
    if (isRun && isNamed) return withMeaning(atom, { tag: 'filler' });
    return atom.meaning.tag === 'chart' || isRun ? withMeaning(atom, chart) : atom;
  });
}
