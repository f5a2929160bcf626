import type { Evidence } from '../../../domain/evidence.ts';
import { readJson } from '../../formats/json.ts';
import { isMapping, type Manifest } from '../../formats/manifest.ts';
import { joinPath } from '../../paths.ts';
import { configuring } from './cmake-options.ts';
import type { CppPlace } from './place.ts';

/** A preset that configures a build on Linux. */
export interface Preset {
  readonly name: string;
  /** Its toolchain comes from vcpkg by this variable. */
  readonly usesVcpkg: boolean;
  readonly binaryDirectory: string | null;
  /** There is one for the build, and one for the tests, of that preset. */
  readonly build: string | null;
  readonly test: string | null;
  /** Which of the kinds of build that its generator keeps side by side is made; null where there is one. */
  readonly configuration: string | null;
  readonly because: readonly Evidence[];
}

/** The preset that the repository's own job names; where none configures it, the only one for Linux, or the one that is called so. (cmake-presets(7)) */
export function presetOf(place: CppPlace): Preset | null {
  const { snapshot, root, calls } = place;
  const file = joinPath(root.directory, 'CMakePresets.json') ?? 'CMakePresets.json';
  if (!snapshot.has(file)) return null;
  const { value: presets } = readJson(snapshot, file);
  const listed = listOf(presets, 'configurePresets');
  const usable = listed.filter((one) => one.value.hidden !== true && !isForOther(conditionOf(listed, one)));
  const called = configuring(calls);
  const wanted = called ? nameIn(called.words) : null;
  if (called && wanted === null) return null;
  const own = usable.filter(({ name }) => !ELSEWHERE.test(name));
  const usual = own.find(({ name }) => USUAL.includes(name.toLowerCase()));
  const chosen = usable.find(({ name }) => name === wanted) ?? usual ?? (own.length === 1 ? own[0] : undefined);
  if (!chosen || !NAME.test(chosen.name)) return null;
  const because = [
    ...(called && wanted === chosen.name ? [snapshot.evidence(called.file, called.line)] : []),
    presets.evidence(chosen.path),
  ];
  const chain = lineage(listed, chosen);
  const build = pairOf(presets, 'buildPresets', chosen.name);
  return {
    name: chosen.name,
    usesVcpkg: chain.some(({ value }) => /\bVCPKG_ROOT\b/.test(JSON.stringify(value))),
    binaryDirectory: directoryOf(chain, chosen.name),
    build: build?.name ?? null,
    test: pairOf(presets, 'testPresets', chosen.name)?.name ?? null,
    configuration: configurationOf(chain, build?.value ?? {}),
    because,
  };
}

/** What a shell takes as one word and CMake as no option. */
const NAME = /^\w[\w.-]{0,80}$/;

const ELSEWHERE = /win|msvc|vs20|mac|osx|apple|ios|darwin|android|mingw|wasm|emscripten|arm|aarch|clang-cl|xcode|32/i;
const USUAL = ['ci', 'ci-linux', 'linux-ci', 'default', 'release', 'linux', 'linux-release', 'debug', 'linux-debug'];

function nameIn(words: readonly string[]): string | null {
  const at = words.findIndex((word) => word === '--preset' || word.startsWith('--preset='));
  if (at < 0) return null;
  return words[at]?.split('=')[1] ?? words[at + 1] ?? null;
}

interface Listed {
  readonly name: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly path: readonly (string | number)[];
}

/** Each is followed through those that it inherits from; nobody writes half as many. */
const MOST_PRESETS = 300;

function listOf(presets: Manifest, kind: string): Listed[] {
  const list = presets.at([kind]);
  return (Array.isArray(list) ? list.slice(0, MOST_PRESETS) : []).flatMap((value: unknown, index) =>
    isMapping(value) && typeof value.name === 'string'
      ? [{ name: value.name, value, path: [kind, index, 'name'] }]
      : [],
  );
}

/** A preset and those that it inherits from, nearest first. */
function lineage(listed: readonly Listed[], first: Listed): readonly Listed[] {
  const byName = new Map(listed.map((preset) => [preset.name, preset]));
  const chain = new Set([first]);
  for (const { value } of chain)
    for (const parent of [value.inherits].flat()) {
      const found = typeof parent === 'string' ? byName.get(parent) : undefined;
      if (found) chain.add(found);
    }
  return [...chain];
}

function directoryOf(chain: readonly Listed[], name: string): string | null {
  const written = chain.map(({ value }) => value.binaryDir).find((value) => typeof value === 'string');
  const path = written?.replaceAll('${presetName}', name).replace(/^\$\{sourceDir\}\/?/, '');
  return path !== undefined && /^\w[\w./-]{0,200}$/.test(path) && joinPath('.', path) !== null ? path : null;
}

function pairOf(presets: Manifest, kind: string, configured: string): Listed | null {
  const found = listOf(presets, kind).filter(({ value }) => value.hidden !== true);
  const own =
    found.find(({ name }) => name === configured) ?? found.find(({ value }) => value.configurePreset === configured);
  return own && NAME.test(own.name) ? own : null;
}

/** Its own, or the one that it inherits: the nearest is in force. */
function conditionOf(listed: readonly Listed[], preset: Listed): unknown {
  return lineage(listed, preset).find(({ value }) => value.condition !== undefined)?.value.condition;
}

/** By a condition on the system that it is configured on. (cmake-presets(7), "Condition") */
function isForOther(condition: unknown): boolean {
  if (!isMapping(condition) || condition.lhs !== '${hostSystemName}') return false;
  return condition.type === 'equals'
    ? condition.rhs !== 'Linux'
    : condition.type === 'notEquals' && condition.rhs === 'Linux';
}

/** Without one named, CTest finds no test of such a build. (cmake-generators(7), "Ninja Multi-Config") */
function configurationOf(chain: readonly Listed[], build: Listed['value']): string | null {
  const generator = chain.map(({ value }) => value.generator).find((value) => typeof value === 'string');
  if (!generator?.endsWith('Multi-Config')) return null;
  const named = build.configuration;
  return typeof named === 'string' && NAME.test(named) ? named : 'Release';
}
