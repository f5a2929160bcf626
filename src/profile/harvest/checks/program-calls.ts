import type { LintCommand } from '../../../domain/profile.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import { WRITES } from '../../ecosystems/node/checks.ts';
import { dependencyPath } from '../../ecosystems/node/dependencies.ts';
import { byName, scriptText } from '../../ecosystems/node/scripts.ts';
import { readJson } from '../../formats/json.ts';
import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { PipelineCall } from '../calls.ts';
import { executed, startedScripts } from './script-calls.ts';

interface Program {
  readonly name: string;
  readonly check: string;
  /** The package that brings it. */
  readonly from: string;
  /** What it is called with where it checks. */
  readonly accepts: RegExp;
}

const PROGRAMS: readonly Program[] = [
  ...['eslint', 'oxlint', 'stylelint', 'standard', 'xo', 'knip'].map((name) => linter(name, name, /^/)),
  linter('biome', '@biomejs/biome', /^(?:ci|check|lint)\b/),
  { name: 'prettier', check: 'format', from: 'prettier', accepts: /(?:^|\s)(?:--check|-c|--list-different|-l)(?!\S)/ },
  { name: 'tsc', check: 'typecheck', from: 'typescript', accepts: /--noEmit\b/ },
  { name: 'vue-tsc', check: 'typecheck', from: 'vue-tsc', accepts: /--noEmit\b/ },
  { name: 'svelte-check', check: 'typecheck', from: 'svelte-check', accepts: /^(?!.*--watch)/ },
];

function linter(name: string, from: string, accepts: RegExp): Program {
  return { name, check: 'lint', from, accepts };
}

/** The checks that pipelines start by a program that the package itself installs, in its folder, and that no command of the unit starts already. */
export function programCalls(snapshot: Snapshot, unit: UnitDraft, calls: readonly PipelineCall[]): LintCommand[] {
  const written = calls.filter(({ run }) => executed(run) !== null && !WRITES.test(run));
  if (written.length === 0) return [];
  const { value: manifest } = readJson(snapshot, joinPath(unit.directory, 'package.json') ?? '');
  const { lint, test, build } = unit.commands;
  const runs = [...lint, ...test, ...build].map(({ run }) => byName(run));
  const texts = [...runs, ...startedScripts(runs, manifest).map((name) => scriptText(manifest, name))];
  const started = new Set(texts.flatMap((text) => text.split(/[^\w@/.-]+/)));
  return PROGRAMS.filter(({ name }) => !started.has(name)).flatMap(({ name, check, from, accepts }) => {
    const declared = dependencyPath(manifest, from);
    const call = written.find(({ run }) => starts({ name, accepts }, run));
    if (!declared || call === undefined) return [];
    const { run, directory, because } = call;
    return [{ check, run, directory, because: [...because, manifest.evidence(declared)] }];
  });
}

function starts({ name, accepts }: Pick<Program, 'name' | 'accepts'>, run: string): boolean {
  const [program, ...rest] = (executed(run) ?? '').split(' ');
  return program === name && accepts.test(rest.join(' '));
}

/** The unit whose programs are called as the repository calls them in its folder, where it does so in one way: what we would call them with is a guess. */
export function withOwnCalls(unit: UnitDraft, calls: readonly PipelineCall[]): UnitDraft {
  const written = calls.filter(({ run }) => executed(run) !== null && !WRITES.test(run));
  if (written.length === 0) return unit;
  const lint = unit.commands.lint.map((command): LintCommand => {
    const program = PROGRAMS.find((it) => command.directory === unit.directory && starts(it, command.run));
    const own = program ? written.filter(({ run }) => starts(program, run)) : [];
    const [first] = own;
    if (!first || own.some(({ run }) => run !== first.run)) return command;
    return { ...command, run: first.run, because: [...first.because, ...command.because] };
  });
  return { ...unit, commands: { ...unit.commands, lint } };
}
