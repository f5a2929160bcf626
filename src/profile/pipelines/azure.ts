import type { DocumentPath } from '../../domain/finding.ts';
import { azureJobs, azureServices } from '../ci/azure-jobs.ts';
import { fromMachine } from '../ci/services.ts';
import type { PipelineStep, SetUp } from '../ci/step.ts';
import { folderAt, layered, literals, plainStep, scriptAt } from '../ci/yaml-steps.ts';
import type { Manifest } from '../formats/manifest.ts';
import { readYamlManifest } from '../formats/yaml.ts';
import type { Snapshot } from '../snapshot.ts';

/** The steps of Azure Pipelines. */
export function azureSteps(snapshot: Snapshot, file: string): PipelineStep[] {
  const { value: pipeline } = readYamlManifest(snapshot, file);
  return azureJobs(pipeline).flatMap((job) =>
    pipeline.items([...job, 'steps']).map((path) => stepAt(pipeline, job, path)),
  );
}

function stepAt(pipeline: Manifest, job: DocumentPath, path: DocumentPath): PipelineStep {
  const kind = ['script', 'bash'].find((name) => pipeline.text([...path, name]) !== null);
  const at = [...path, kind ?? 'task'];
  const machine =
    [
      [...job, 'pool', 'vmImage'],
      ['pool', 'vmImage'],
    ]
      .map((it) => pipeline.text(it))
      .find(Boolean) ?? '';
  const isDoubtful = pipeline.at([...path, 'condition']) ?? pipeline.at([...path, 'continueOnError']);
  return plainStep(pipeline.file, {
    line: pipeline.lineOf(at),
    job: JSON.stringify(job),
    script: kind === undefined ? [] : scriptAt(pipeline, at),
    uses: taskOf(pipeline, path),
    inputs: literals(pipeline.at([...path, 'inputs'])),
    directory: folderAt(pipeline.text([...path, 'workingDirectory']) ?? '.'),
    environment: fromMachine(
      layered(...[['variables'], [...job, 'variables'], [...path, 'env']].map((it) => literals(pipeline.at(it)))),
      hostsOf(pipeline, job),
    ),
    setUps: setUps(pipeline, path),
    isUsual: !/windows|mac/i.test(machine) && !isDoubtful,
    ...(pipeline.at([...path, 'continueOnError']) === true && { isForgiven: true }),
  });
}

/** Names of containers, which only a job in one knows. */
function hostsOf(pipeline: Manifest, job: DocumentPath): string[] {
  const isContained = pipeline.at([...job, 'container']) !== undefined;
  return isContained ? azureServices(pipeline, job).map(({ name }) => name) : [];
}

/** The task that a step calls, without its version. */
function taskOf(pipeline: Manifest, path: DocumentPath): string | null {
  return pipeline.text([...path, 'task'])?.replace(/@.*$/s, '') ?? null;
}

/** The tasks that bring a tool, and the input that holds its version. */
const TASKS: ReadonlyMap<string | null, readonly [tool: string, input: string]> = new Map([
  ['NodeTool', ['node', 'versionSpec']],
  ['UseNode', ['node', 'version']],
  ['UsePythonVersion', ['python', 'versionSpec']],
  ['GoTool', ['go', 'version']],
  ['UseDotNet', ['dotnet', 'version']],
  ['UseRubyVersion', ['ruby', 'versionSpec']],
  ['JavaToolInstaller', ['java', 'versionSpec']],
  ['TerraformInstaller', ['terraform', 'terraformVersion']],
]);

function setUps(pipeline: Manifest, path: DocumentPath): SetUp[] {
  const [tool, input = ''] = TASKS.get(taskOf(pipeline, path)) ?? [];
  const written = pipeline.scalar([...path, 'inputs', input]) ?? '';
  if (tool === undefined || !/^v?\d[\w.*]*$/.test(written)) return [];
  return [{ tool, value: written, line: pipeline.lineOf([...path, 'inputs', input]) }];
}
