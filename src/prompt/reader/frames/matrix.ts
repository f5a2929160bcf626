import type { IntentOf, Selector } from '../../../domain/request.ts';
import { besideKnown, besideLinux, isAdded } from '../clauses/additions.ts';
import { has, tagged } from '../clauses/chunks.ts';
import type { Part } from '../clauses/clause.ts';
import { ecosystemsIn, ecosystemsOf, ecosystemsOn, nameOf, toolRunning } from '../clauses/selectors.ts';
import {
  adjusting,
  asks,
  type Frame,
  NOTHING,
  partsWith,
  type Reading,
  type Scope,
  said,
  targetsOf,
  turnsOf,
  understood,
} from '../frame.ts';
import type { Atom } from '../meaning.ts';
import { impossibleOf } from '../text/known-versions.ts';
import { spansOf } from '../text/ranges.ts';

/** Versions and systems that tests run on. */
export const readMatrix: Frame = (scope) => {
  const [span] = tagged(said(scope), 'span');
  if (span) return asksEach(span, scope);
  const versions = tagged(said(scope), 'versions');
  const systems = has(said(scope), 'runner', 'label', 'label-word') ? [] : tagged(said(scope), 'system');
  if (versions.length + systems.length === 0) return NOTHING;
  const parts = partsWith(scope, 'versions', 'system');
  const about = [...versions, ...systems];
  if (parts.some(({ atoms }) => has(atoms, 'image')))
    return asks(about, 'An image is built on Linux, with what its Dockerfile names. Are the tests meant?');
  if (parts.some(({ isNegated }) => isNegated) || (scope.clause.except.length > 0 && versions.length > 0))
    return asks([...about, ...turnsOf(parts)], REMAINING);
  if (parts.filter(({ atoms }) => has(atoms, 'versions') && has(atoms, 'system')).length > 1)
    return asks(about, 'Versions and systems are tried each with each. Which are meant?');
  const deeds = new Set(
    parts.flatMap(({ atoms }) => tagged(atoms, 'check').slice(0, 1)).map(({ meaning }) => meaning.check),
  );
  // `test on Windows and build on Linux`.
  if (deeds.size > 1 && !has(said(scope), 'minutes'))
    return asks(about, 'Versions and systems are for tests and builds alike. Which are meant for both?');
  const versioned = parts.filter(({ atoms }) => has(atoms, 'versions'));
  // `test it with Node 22 and lint it with Node 24`.
  if (versioned.length > 1 && versioned.some(({ atoms }) => tagged(atoms, 'check').some(isStyle)))
    return asks(about, 'Versions are for tests and builds. Which are meant for those?');
  const checks = tagged(said(scope), 'check').filter(isStyle);
  if (checks.length > 0 && !has(said(scope), 'minutes') && !isOwnWish(parts, scope))
    if (tagged(said(scope), 'check').every(isStyle))
      return asks([...checks, ...about], 'Versions and systems are for tests and builds. Should those run on them?');
  if (isLeft(versions, said(scope)))
    return asks(about, 'Versions that are said are the only ones. On which should it run? Say all of them.');
  const purposes = parts.flatMap(({ atoms }) =>
    tagged(atoms, 'check').filter(({ meaning }) => meaning.check === 'test' && meaning.isNoun),
  );
  const read = versions.length > 0 ? readVersions(scope, versions) : null;
  if (read && 'questions' in read) return read;
  const targets = read?.targets ?? targetsOf(scope);
  const isMore = isAdded(scope.clause.parts, parts);
  const words = [
    ...tagged(said(scope), 'version-word', 'every'),
    ...versions.slice(0, 1).flatMap((atom) => adjusting(said(scope), atom)),
    ...about.flatMap((atom) => (isMore ? [] : onlyBeside(atom, said(scope)))),
  ];
  const named = [...new Set(systems.map(({ meaning }) => meaning.system))];
  const all = isMore && named.length > 0 ? besideLinux(named) : named;
  if (isMore && isSecondPlace(systems, parts))
    return asks(about, 'Is it meant beside Linux, or beside what was said before it? Say all systems.');
  if (all === null)
    return asks(about, 'Linux is where everything runs anyway. Which systems are meant? Say all of them.');
  const values =
    read && isMore && !isBesideSaid(versions)
      ? besideKnown(read.values, read.tool, { targets, profile: scope.profile })
      : read?.values;
  if (read && !values)
    return asks(
      about,
      `Versions that are said are the only ones. On which versions of ${read.tool} should it run? Say all of them.`,
    );
  const fields = {
    ...(read && values ? { tool: read.tool, versions: [...values] } : {}),
    ...(all.length > 0 ? { systems: [...all] } : {}),
  };
  const { except } = scope.clause;
  // Who is left out stays on Linux, where everything runs where nobody says otherwise.
  const isPart = targets.every((target) => !('service' in target));
  if (except.length > 0 && (!isPart || all.includes('linux'))) return asks(about, REMAINING);
  const own = except.map((target): IntentOf<'matrix'> => ({ kind: 'matrix', for: target, systems: ['linux'] }));
  return understood(
    [...targets.map((target): IntentOf<'matrix'> => ({ kind: 'matrix', for: target, ...fields })), ...own],
    [...about, ...purposes, ...words, ...(own.length > 0 ? tagged(said(scope), 'except') : [])],
  );
};

/** `on Go 1.24, and on 1.26, too`: beside what is said before it. */
function isBesideSaid(versions: readonly Atom[]): boolean {
  return versions.length > 1 || versions.some(({ words }) => /\d.* on /i.test(words));
}

/** `Go 1.26 from 1.25`, `Go 1.26 for cart (now 1.25)`: the one behind may be what is left. */
function isLeft([first, ...others]: readonly Atom[], atoms: readonly Atom[]): boolean {
  const all = atoms.filter(({ words }) => words !== '(');
  return first !== undefined && others.some((one) => /^(?:from|now)$/i.test(all[all.indexOf(one) - 1]?.words ?? ''));
}

/** `on Windows, and on macOS, too`. */
function isSecondPlace(systems: readonly Atom[], parts: readonly Part[]): boolean {
  return parts.slice(1).some(({ atoms }) => /^on$/i.test(atoms[0]?.words ?? '') && systems.includes(atoms[1] as Atom));
}

function isStyle({ meaning }: ReturnType<typeof tagged<'check'>>[number]): boolean {
  return !/^(test|build)$/.test(meaning.check);
}

/** `lint ledger, and move it to Java 21`, `web has to work on 20 and 22, and its formatting should be checked`: with a verb of their own versions are said of no check. */
function isOwnWish(parts: readonly Part[], { clause }: Scope): boolean {
  const [first] = parts;
  const from = first ? clause.parts.indexOf(first) : -1;
  const isTogether = parts.every((part, at) => clause.parts[from + at] === part);
  // `…, and its linter too`: on the same.
  const isBeside = clause.parts.some(({ atoms }) => has(atoms, 'check') && has(atoms, 'also'));
  const isVerb = (atom: Atom): boolean => atom.meaning.tag === 'adjust' || WORKING.test(atom.words);
  return (
    isTogether &&
    !isBeside &&
    first?.atoms.some((atom, at) => isVerb(atom) && !isOfSomebody(first.atoms.slice(0, at))) === true &&
    !parts.some(({ atoms }) => has(atoms, 'check', 'tool'))
  );
}

/** `while we move it to Java 21` tells what people do. */
function isOfSomebody(before: readonly Atom[]): boolean {
  return before.some(({ words }) =>
    /^(?:i|we|you|they|he|she|people|somebody|someone|others|while|when|once|until|since|as)$/i.test(words),
  );
}

const WORKING = /^(?:(?:still|keeps?) )?work(?:s|ing)? (?:on|with)$/i;

const REMAINING = 'Versions and systems are not taken away one by one. Which should it run on? Say all that remain.';

/** `Node 18 to 22`. */
function asksEach(span: ReturnType<typeof tagged<'span'>>[number], scope: Scope): Reading {
  const { from, to } = span.meaning;
  const tool = span.meaning.tool ?? toolOf(scope);
  const lists = spansOf(from, to, tool);
  const before = span.words.slice(0, span.words.indexOf(from)) || `${tool ?? ''} `.trimStart();
  return asks(
    [span, ...tagged(said(scope), 'version-word')],
    `Which versions from ${from} to ${to} are meant? Say each of them.`,
    lists.map((list) => `${before}${list}`),
  );
}

/** `on macOS only`, `only for arm64`. */
export function onlyBeside(system: Atom, atoms: readonly Atom[]): Atom[] {
  const near = atoms.filter(
    ({ meaning, words }) =>
      (meaning.tag !== 'filler' || !/^(on|for|the)$/i.test(words)) &&
      !(meaning.tag === 'check' && /^(?:test|build)$/.test(meaning.check)),
  );
  const at = near.indexOf(system);
  return [near[at - 1], near[at + 1]].filter((atom) => atom?.meaning.tag === 'only') as Atom[];
}

interface Versions {
  readonly tool: string;
  readonly values: readonly string[];
  readonly targets: readonly Selector[];
}

function readVersions(scope: Scope, found: ReturnType<typeof tagged<'versions'>>): Versions | Reading {
  const named = [...new Set(found.flatMap(({ meaning }) => meaning.tool ?? []))];
  const values = [...new Set(found.flatMap(({ meaning }) => meaning.values))];
  if (named.length > 1) return asks(found, 'Versions of which tool are meant?', named);
  // `push the image on release 1.2` names no version of a tool.
  const isDelivered = has(said(scope), 'image', 'push', 'publish', 'deploy') && !has(said(scope), 'check');
  if (named.length === 0 && isDelivered)
    return asks(found, `What has the version ${values.join(', ')}? Say it with its name.`);
  const tool = named[0] ?? toolOf(scope);
  if (tool === null) return asks(found, 'Versions of which tool are meant?', ecosystemsIn(scope.profile));
  const impossible = impossibleOf(values, tool);
  if (impossible.length > 0)
    return asks(found, `There is no ${tool} ${impossible.join(', ')}. Which version is meant?`);
  const ecosystems: readonly string[] = ecosystemsOn(tool);
  const { selectors } = scope.clause;
  const wrong = selectors.find(
    (one) => !('all' in one) && !ecosystemsOf(one, scope.profile).some((it) => ecosystems.includes(it)),
  );
  if (wrong) return asks(found, `${nameOf(wrong)} does not run on ${tool}. What is meant?`);
  const there = ecosystemsIn(scope.profile).filter((one) => ecosystems.includes(one));
  const [only] = there;
  if (!only)
    return asks(found, `The repository has nothing that runs on ${tool}. What is meant?`, ecosystemsIn(scope.profile));
  if (selectors.length > 0) return { tool, values, targets: selectors };
  return there.length === 1
    ? { tool, values, targets: [{ ecosystem: only }] }
    : asks(found, `Which code should run on these versions of ${tool}?`, there);
}

/** The tool of the only ecosystem that a clause is for. */
function toolOf({ clause, profile }: Scope): string | null {
  const tools = new Set(
    clause.selectors.flatMap((one) =>
      'all' in one ? ['', 'all'] : ecosystemsOf(one, profile).map((it) => toolRunning(it)),
    ),
  );
  const [tool] = tools;
  return tools.size === 1 && tool ? tool : null;
}
