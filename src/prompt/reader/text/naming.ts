import { has } from '../clauses/chunks.ts';
import type { Atom } from '../meaning.ts';

/**
 * The name of a step, said apart from its command (`run make docs; call the step "Docs"`, `one more step, "Docs", running make docs`): it stands
 * beside the command then, if that has none of its own.
 */
export function withNames(sentences: readonly (readonly Atom[])[]): (readonly Atom[])[] {
  const named: (readonly Atom[])[] = [];
  for (const sentence of sentences.map(withApposition).map(withNaming)) {
    const before = named.at(-1);
    const command = before && commandFor(before, sentence);
    if (before && command) {
      named[named.length - 1] = [...before, RUNS, command];
      continue;
    }
    const name = before && isStep(before) && isNaming(sentence) ? nameIn(sentence) : undefined;
    if (before && name) named[named.length - 1] = [...before, NAMED, name];
    else named.push(sentence);
  }
  return named;
}

/** `add a step called "Docs" to CI; the command is make docs`: what a step that has a name and no command runs. */
function commandFor(step: readonly Atom[], sentence: readonly Atom[]): Atom | undefined {
  const [code, ...more] = sentence.filter(({ meaning }) => meaning.tag === 'code');
  const isNamed = has(step, 'step') && nameIn(step) !== undefined && !has(step, 'code', 'remove', 'check');
  const isPlain = sentence.every((atom) => atom === code || COMMAND.test(atom.words));
  return isNamed && isPlain && more.length === 0 ? code : undefined;
}

const COMMAND = /^(?:the|its|that|it|command|is|should|must|be|run|runs|execute|executes|for it|for)$/i;
const RUNS: Atom = { meaning: { tag: 'do' }, words: 'runs' };
const NAMED: Atom = { meaning: { tag: 'named' }, words: 'called' };

/** `…, and call it "Docs"`: behind the command in one sentence. */
function withNaming(atoms: readonly Atom[]): readonly Atom[] {
  const joint = atoms.findLastIndex(({ meaning }) => meaning.tag === 'join');
  const [before, behind] = [atoms.slice(0, Math.max(joint, 0)), atoms.slice(joint + 1)];
  const name = isStep(before) && isNaming(behind) ? nameIn(behind) : undefined;
  return name ? [...(before.at(-1)?.meaning.tag === 'join' ? before.slice(0, -1) : before), NAMED, name] : atoms;
}

/** `one more step, "Docs", running make docs`. */
function withApposition(atoms: readonly Atom[]): readonly Atom[] {
  const at = atoms.findIndex(({ meaning }) => meaning.tag === 'quoted');
  const isBetween = atoms[at - 1]?.words === ',' && atoms[at + 1]?.words === ',';
  if (!isBetween || atoms[at - 2]?.meaning.tag !== 'step' || !isStep(atoms.filter((_, index) => index !== at)))
    return atoms;
  return atoms.filter((_, index) => index !== at - 1 && index !== at + 1);
}

/** One command, and no name. */
function isStep(atoms: readonly Atom[]): boolean {
  return atoms.filter(({ meaning }) => meaning.tag === 'code').length === 1 && !has(atoms, 'quoted', 'remove');
}

/** `call it "Docs"`, `the step should be named "Docs"`, and nothing else. */
function isNaming(atoms: readonly Atom[]): boolean {
  const isCalled = has(atoms, 'named') || atoms.some(({ words }) => /^(?:call|label)$/i.test(words));
  return (
    isCalled && atoms.every(({ meaning, words }) => /^(?:quoted|named|step)$/.test(meaning.tag) || FRAME.test(words))
  );
}

const FRAME = /^(?:call|label|it|that|this|the|should|must|can|be|please|and|then|in ci)$/i;

function nameIn(atoms: readonly Atom[]): Atom | undefined {
  const [name, ...more] = atoms.filter(({ meaning }) => meaning.tag === 'quoted');
  return more.length === 0 ? name : undefined;
}
