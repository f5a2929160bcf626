import type { Check } from '../../../domain/check.ts';
import type { EcosystemName } from '../../../domain/profile.ts';
import type { IntentOf, Selector } from '../../../domain/request.ts';
import { has, isSaid, tagged } from '../clauses/chunks.ts';
import { type Part, textOf } from '../clauses/clause.ts';
import { ecosystemsIn, ecosystemsOf, ecosystemsOn, nameOf } from '../clauses/selectors.ts';
import {
  asks,
  type Frame,
  NOTHING,
  type Reading,
  type Scope,
  said,
  targetsOf,
  together,
  understood,
} from '../frame.ts';
import { isGrounded } from '../grounding.ts';
import type { Atom } from '../meaning.ts';
import { auditedBeside, exceptions, readTurned } from './check-turns.ts';
import { gateWords } from './gate-words.ts';
import { coverageWords, thresholdIn } from './threshold.ts';
import { type Wanted, wantedIn } from './wanted.ts';

type Tool = ReturnType<typeof tagged<'tool'>>[number];

/** Lint, test, audit …: the check, its tool, its threshold, its command, and whom it is for. */
export const readChecks: Frame = (scope) => {
  const wanted = scope.clause.parts.flatMap((part) => wantedIn(part, scope));
  const tools = tagged(said(scope), 'tool');
  const extra =
    wanted.length === 0
      ? []
      : coverageWords(
          scope,
          wanted.map(({ check }) => check),
        );
  const isAudited = wanted.some(({ check }) => check === 'audit') || tools.some(({ meaning }) => isAudit(meaning));
  const dependencies = isAudited
    ? scope.clause.parts.flatMap(({ atoms, isNegated }) => (isNegated ? [] : tagged(atoms, 'dependencies')))
    : [];
  const readings = [...wanted.map((one) => readOne(one, scope, tools)), ...byTool(scope, wanted, tools)];
  return together([...readings, understood([], [...extra, ...dependencies, ...gateWords(scope)])]);
};

/** `govulncheck`, `pip-audit`: what is looked at is said by the tool. */
function isAudit({ checks }: Tool['meaning']): boolean {
  return checks.every((check) => check === 'audit');
}

function readOne(wanted: Wanted, scope: Scope, tools: readonly Tool[]): Reading {
  const { check, atoms, part } = wanted;
  if (part.isNegated) return readTurned(check, { atoms, part }, scope);
  const fitting = tools.filter(({ meaning }) => meaning.checks.includes(check));
  const near = fitting.filter((atom) => part.atoms.includes(atom));
  const own = near.length > 0 ? near : fitting.filter((atom) => !isOfOther(atom, part, scope));
  const tool = own[0]?.meaning ?? null;
  if (own.length > 1)
    return asks(
      own,
      `Which tool is meant for ${check}?`,
      own.map(({ words }) => words),
    );
  const targets = targetsOf(scope);
  const misfit = tool && tool.ecosystems.length > 0 ? otherOf(tool.ecosystems, targets, scope) : undefined;
  if (tool && misfit) return asks(own, `${tool.tool} is not for the code of ${nameOf(misfit)}. Which tool is meant?`);
  const command = commandIn(part, scope);
  if (command === 'unknown')
    return asks(tagged(part.atoms, 'code'), 'The repository has no such command. Which one is meant?');
  const packages = check === 'audit' ? tagged(part.atoms, 'packages') : [];
  const ecosystems = tool?.ecosystems ?? packages[0]?.meaning.ecosystems ?? ecosystemsOfVersions(part);
  const aimed = ecosystems && scope.clause.selectors.length === 0 ? byEcosystem(ecosystems, scope) : targets;
  if (aimed === null) return asksWhose([...own, ...packages, ...tagged(part.atoms, 'versions')], scope);
  const threshold = check === 'coverage' ? thresholdIn(scope) : null;
  if (threshold === null && check === 'coverage' && atoms.some(({ words }) => / threshold$|^min|floor$/i.test(words)))
    return asks(atoms, 'How much of the code has to be covered? Say a percentage.');
  if (threshold !== null && threshold > 100)
    return asks([...atoms, ...tagged(said(scope), 'percent')], 'A percentage goes from 0 to 100. Which one is meant?');
  const intents = aimed.map(
    (target): IntentOf<'check'> => ({
      kind: 'check',
      for: target,
      check,
      ensure: true,
      ...(tool ? { tool: tool.tool } : {}),
      ...(threshold === null ? {} : { threshold }),
      ...(command ? { command: command.text } : {}),
    }),
  );
  const claimed = [...atoms, ...own, ...packages, ...(command ? [command.atom] : [])];
  const others = check === 'audit' ? auditedBeside(intents, scope) : null;
  if (others)
    return understood(others, [...claimed, ...scope.clause.parts.flatMap((one) => tagged(one.atoms, 'except'))]);
  return together([understood(intents, claimed), exceptions(check, scope)]);
}

function otherOf(
  ecosystems: readonly string[],
  targets: readonly Selector[],
  { profile }: Scope,
): Selector | undefined {
  return targets.find(
    (target) => !('all' in target) && !ecosystemsOf(target, profile).some((one) => ecosystems.includes(one)),
  );
}

function asksWhose(words: readonly Atom[], { profile }: Scope): Reading {
  return asks(words, `Which part of the repository is ${textOf(words)} for?`, ecosystemsIn(profile));
}

/** `test on Node 22` is about what runs on Node. */
function ecosystemsOfVersions({ atoms }: Part): readonly EcosystemName[] | undefined {
  const [tool] = tagged(atoms, 'versions').flatMap(({ meaning }) => meaning.tool ?? []);
  return tool === undefined ? undefined : ecosystemsOn(tool);
}

/** `lint with ruff and format with black`: a tool is the one of the check beside it. */
function isOfOther(tool: Tool, of: Part, { clause }: Scope): boolean {
  const part = clause.parts.find(({ atoms }) => atoms.includes(tool));
  // `lint and format web with biome` is one list.
  if (part && clause.parts.indexOf(of) < clause.parts.indexOf(part) && of.atoms.filter(isSaid).length === 1)
    return false;
  // `use ruff for linting and formatting recommender`: what stands before all of them is for all of them.
  const isBefore = part?.atoms.find(({ meaning }) => meaning.tag === 'check' || meaning.tag === 'tool') === tool;
  if (part && isBefore && clause.parts.indexOf(of) > clause.parts.indexOf(part) && tool.meaning.checks.length > 1)
    return has(of.atoms, 'tool');
  return tagged(part?.atoms ?? [], 'check').some(({ meaning }) => tool.meaning.checks.includes(meaning.check));
}

const NOUNS: Readonly<Partial<Record<Check, string>>> = {
  lint: 'linting',
  format: 'formatting',
  typecheck: 'type checking',
};

/** A tool that does one thing stands for it, and so does one that is known for it; of others, the words must say which. */
function byTool(scope: Scope, wanted: readonly Wanted[], tools: ReturnType<typeof tagged<'tool'>>): Reading[] {
  const left = tools.filter(({ meaning }) => !wanted.some(({ check }) => meaning.checks.includes(check)));
  return left.map((atom) => {
    const [check, ...more] = atom.meaning.checks;
    const part = scope.clause.parts.find(({ atoms }) => atoms.includes(atom));
    if (!check || !part || part.isNegated) return NOTHING;
    if (wanted.length > 0) return asks([atom], `${atom.meaning.tool} does something else. Which check is it for?`);
    if (more.length > 0 && !/^(test|typecheck)$/.test(check))
      return asks(
        [atom],
        `${atom.meaning.tool} can do more than one check. Which one is meant?`,
        atom.meaning.checks.map((one) => `for ${NOUNS[one] ?? one}`),
      );
    return readOne({ check, atoms: [atom], part }, scope, [atom]);
  });
}

function byEcosystem(ecosystems: readonly string[], { profile }: Scope): readonly Selector[] | null {
  if (ecosystems.length === 0) return [{ all: true }];
  const there = ecosystemsIn(profile).filter((one) => ecosystems.includes(one));
  return there.length === 1 && there[0] ? [{ ecosystem: there[0] }] : null;
}

function commandIn(
  { atoms }: Part,
  { profile }: Scope,
): { readonly text: string; readonly atom: Atom } | 'unknown' | null {
  const [code, ...more] = tagged(atoms, 'code');
  if (!code || more.length > 0) return null;
  return isGrounded(code.meaning.text, profile) ? { text: code.meaning.text, atom: code } : 'unknown';
}
