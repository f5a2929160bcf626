import type { PipelineStep, SetUp } from '../ci/step.ts';
import { plainStep, scriptAt } from '../ci/yaml-steps.ts';
import type { Manifest } from '../formats/manifest.ts';
import { readYamlManifest } from '../formats/yaml.ts';
import type { Snapshot } from '../snapshot.ts';

/** The keys by which Travis sets up a language. (Travis CI, "Build config reference") */
const LANGUAGES: Readonly<Record<string, string>> = {
  node_js: 'node',
  python: 'python',
  go: 'go',
  rvm: 'ruby',
  php: 'php',
  elixir: 'elixir',
  otp_release: 'erlang',
  rust: 'rust',
  jdk: 'java',
};

/** The script of the build, after what is installed before it: one shell. */
export function travisSteps(snapshot: Snapshot, file: string): PipelineStep[] {
  const { value: pipeline } = readYamlManifest(snapshot, file);
  const script = ['before_install', 'install', 'before_script', 'script'].flatMap((phase) =>
    scriptAt(pipeline, [phase]),
  );
  return [plainStep(file, { line: script[0]?.number ?? 1, script, setUps: setUps(pipeline) })];
}

/** Versions of one language are those of one matrix, and stand at its key; so do those that runs of their own name. (Travis CI, "Build Matrix") */
function setUps(pipeline: Manifest): SetUp[] {
  return Object.entries(LANGUAGES).flatMap(([key, tool]) => {
    const runs = [
      ['jobs', 'include'],
      ['matrix', 'include'],
    ].flatMap((place) => pipeline.items(place));
    const keys = [[key], ...runs.map((run) => [...run, key])].filter((path) => pipeline.at(path) !== undefined);
    const places = keys.flatMap((path) => (Array.isArray(pipeline.at(path)) ? pipeline.items(path) : [path]));
    const [only] = places.length === 1 ? places : keys;
    const line = only ? pipeline.lineOf(only) : 1;
    return places.flatMap((path) => {
      const [, value] = VERSION.exec(pipeline.scalar(path) ?? '') ?? [];
      return value === undefined ? [] : [{ tool, value, line }];
    });
  });
}

/** A number, by itself or behind the name of what is usual. */
const VERSION = /^(?:v|ruby-|(?:open|oracle)jdk)?(\d[\w.]*)$/;
