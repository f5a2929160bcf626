import type { Command, Commands } from '../../../domain/profile.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import { CHECKS_FORMAT, LINTS, TYPECHECKS, WRITES } from '../../ecosystems/node/checks.ts';
import { byName, isUsableOnceEnding, scriptBody, scriptText } from '../../ecosystems/node/scripts.ts';
import { readJson } from '../../formats/json.ts';
import type { Manifest } from '../../formats/manifest.ts';
import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { PipelineCall } from '../calls.ts';
import { scriptStarted } from './package-script.ts';
import { executed } from './script-calls.ts';

/**
 * A unit of Node with the scripts that the repository's own pipelines start, where the usual names would have said others: `lint:CI` and
 * not `lint`. What a pipeline starts as well stays, and so does what has no such script.
 */
export function withCalledScripts(snapshot: Snapshot, unit: UnitDraft, calls: readonly PipelineCall[]): UnitDraft {
  if (unit.ecosystem !== 'node') return unit;
  const started = calls.flatMap((call) => {
    const name = scriptStarted(unit, call.run);
    return name === null ? [] : [{ call, name }];
  });
  if (started.length === 0) return unit;
  const { value: manifest } = readJson(snapshot, joinPath(unit.directory, 'package.json') ?? '');
  const scripts = started.filter(({ name }) => isUsableOnceEnding(manifest, name));
  const isStarted = ({ run }: Command) => started.some(({ name }) => run.split(' ').includes(name));
  const put = <C extends Command>(kind: Kind, commands: readonly C[]): readonly C[] => {
    const [first, ...more] = commands;
    const tool = first && toolOf(first.run);
    const found =
      scripts.find(({ name }) => isOfKind(manifest, name, kind)) ??
      scripts.find(({ name }) => tool && isOnly(scriptBody(manifest, name) ?? '', tool, kind));
    const isOne = first?.directory === unit.directory && more.length === 0;
    if (!found || !isOne || isStarted(first)) return commands;
    const { run, directory, because } = found.call;
    return [{ ...first, run, directory, because: [...because, manifest.evidence(['scripts', found.name])] }];
  };
  const commands = withKinds(unit.commands, put);
  const known = [...commands.lint, ...commands.test].map(({ run }) => run);
  const makes = scripts.filter(({ call, name }) => MAKES.has(name.toLowerCase()) && !known.includes(call.run));
  const build = commands.build.length > 0 ? commands.build : makes.slice(0, 1).map(asBuild(manifest));
  return { ...unit, commands: { ...commands, build } };
}

/** What tells that a tool does such a check. */
const TELLS: Partial<Record<Kind, RegExp>> = { lint: LINTS, format: CHECKS_FORMAT, typecheck: TYPECHECKS };

/** The tool that a command starts at its end, where it names one of the package's own and no script. */
function toolOf(run: string): string | null {
  const last = run.split(' && ').at(-1) ?? '';
  return executed(last)?.split(' ')[0] ?? null;
}

/** Whether a script does nothing but start that tool for such a check, behind what only prepares it: then its people have said how. */
function isOnly(body: string, tool: string, kind: Kind): boolean {
  const parts = body.split('&&').map((part) => byName(part.trim()));
  const last = parts.at(-1) ?? '';
  const isTool = [last, executed(last) ?? ''].some((text) => text.split(' ')[0] === tool);
  const isPlain = parts.slice(0, -1).every((part) => !DOES_MORE.test(part)) && !/[|;\n]/.test(body);
  return isTool && isPlain && !WRITES.test(body) && (TELLS[kind]?.test(last) ?? false);
}

/** What does something of its own, or starts another script. */
const DOES_MORE =
  /\b(?:npm|pnpm|yarn|bun|run-s|run-p|test|jest|vitest|build|eslint|oxlint|biome|prettier|stylelint|tsc|vue-tsc|svelte-check)\b/;

/** What else the script that makes a program is called, where none is called build. */
const MAKES = new Set(['dist', 'compile', 'bundle', 'build:prod', 'build:production', 'build:ci']);

function asBuild(manifest: Manifest) {
  return ({ call: { run, directory, because }, name }: StartedScript): Command => ({
    run,
    directory,
    because: [...because, manifest.evidence(['scripts', name])],
  });
}

interface StartedScript {
  readonly call: PipelineCall;
  readonly name: string;
}

type Kind = 'lint' | 'format' | 'typecheck' | 'test' | 'build';
type Put = <C extends Command>(kind: Kind, commands: readonly C[]) => readonly C[];

function withKinds({ install, lint, test, build }: Commands, put: Put): Commands {
  const of = (kind: Kind) =>
    put(
      kind,
      lint.filter(({ check }) => check === kind),
    );
  const others = lint.filter(({ check }) => !['lint', 'format', 'typecheck'].includes(check));
  return {
    install,
    lint: [...of('lint'), ...of('format'), ...of('typecheck'), ...others],
    test: put('test', test),
    build: put('build', build),
  };
}

/** Words of the names of scripts that do all of one thing. */
const WORDS: Readonly<Record<'lint' | 'test' | 'build', ReadonlySet<string>>> = {
  lint: new Set(['lint', 'ci', 'check', 'eslint', 'code', 'test']),
  test: new Set(['test', 'tests', 'ci', 'unit', 'run', 'once']),
  build: new Set(['build', 'ci', 'prod', 'production', 'release']),
};

function isOfKind(manifest: Manifest, name: string, kind: Kind): boolean {
  const text = scriptText(manifest, name);
  switch (kind) {
    case 'format':
      return /format|fmt|prettier/i.test(name) && CHECKS_FORMAT.test(text) && !WRITES.test(text);
    case 'typecheck':
      return /type|tsc|compile/i.test(name) && TYPECHECKS.test(scriptBody(manifest, name) ?? '');
    case 'lint':
      return isCalled(name, kind) && !WRITES.test(text);
    case 'test':
    case 'build':
      return isCalled(name, kind);
  }
}

function isCalled(name: string, kind: keyof typeof WORDS): boolean {
  const words = name.toLowerCase().split(/[^a-z0-9]+/);
  return words.includes(kind) && words.every((word) => WORDS[kind].has(word));
}
