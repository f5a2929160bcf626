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
};

/** The script of the build, after what is installed before it: one shell. */
export function travisSteps(snapshot: Snapshot, file: string): PipelineStep[] {
  const { value: pipeline } = readYamlManifest(snapshot, file);
  const script = ['before_install', 'install', 'before_script', 'script'].flatMap((phase) =>
    scriptAt(pipeline, [phase]),
  );
  return [plainStep(file, { line: script[0]?.number ?? 1, script, setUps: setUps(pipeline) })];
}

function setUps(pipeline: Manifest): SetUp[] {
  return Object.entries(LANGUAGES).flatMap(([key, tool]) => {
    const listed = Array.isArray(pipeline.at([key])) ? pipeline.items([key]) : [[key]];
    return listed.flatMap((path) => {
      const written = pipeline.scalar(path) ?? '';
      return /^v?\d[\w.]*$/.test(written)
        ? [{ tool, value: written.replace(/^v/, ''), line: pipeline.lineOf(path) }]
        : [];
    });
  });
}
