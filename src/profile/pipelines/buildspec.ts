import type { PipelineStep, SetUp } from '../ci/step.ts';
import { literals, plainStep, scriptAt } from '../ci/yaml-steps.ts';
import type { Manifest } from '../formats/manifest.ts';
import { readYamlManifest } from '../formats/yaml.ts';
import type { Snapshot } from '../snapshot.ts';

/** Of a build's phases those that come before what it makes is handed on. */
const PHASES = ['install', 'pre_build', 'build'];

/** The phases of AWS CodeBuild. What keeps an image or a file somewhere stands in them, too. (CodeBuild, "Build specification reference") */
export function buildspecSteps(snapshot: Snapshot, file: string): PipelineStep[] {
  const { value: build } = readYamlManifest(snapshot, file);
  const environment = literals(build.at(['env', 'variables']));
  return PHASES.flatMap((phase) => {
    const script = scriptAt(build, ['phases', phase, 'commands']);
    const setUps = phase === 'install' ? runtimes(build) : [];
    const mayFail = build.text(['phases', phase, 'on-failure']) === 'CONTINUE';
    const line = script[0]?.number;
    return line === undefined
      ? []
      : [plainStep(file, { line, job: 'build', script, environment, setUps, isUsual: !mayFail })];
  });
}

const TOOLS: ReadonlyMap<string, string> = new Map([
  ['nodejs', 'node'],
  ['golang', 'go'],
  ['python', 'python'],
  ['java', 'java'],
  ['ruby', 'ruby'],
  ['php', 'php'],
  ['dotnet', 'dotnet'],
]);

/** The versions that the image is told to have; `latest` says none. */
function runtimes(build: Manifest): SetUp[] {
  const path = ['phases', 'install', 'runtime-versions'];
  return build.keys(path).flatMap((name) => {
    const tool = TOOLS.get(name);
    const value = String(build.at([...path, name]));
    return tool !== undefined && /^\d[\d.]{0,20}$/.test(value)
      ? [{ tool, value, line: build.lineOf([...path, name]) }]
      : [];
  });
}
