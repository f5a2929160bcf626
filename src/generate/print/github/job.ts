import type { Catalogues } from '../../../domain/catalogue.ts';
import type { Condition, Job, ServiceContainer, Step } from '../../../domain/pipeline.ts';
import { entry, flow, list, map, plain, scalar, type YamlEntry, type YamlNode } from '../yaml.ts';
import { changesOutputs, matrixRow } from './changes.ts';
import { citation } from './citation.ts';
import { printSteps } from './steps.ts';

/** One job, keys in the order in which people read them: what it is, when, where, with what rights, what it does. */
export function printJob(catalogues: Catalogues, job: Job): YamlEntry {
  const directory = commonDirectory(job.steps);
  const body = map([
    entry('name', nameNode(job)),
    job.needs.length === 0 ? null : entry('needs', needsNode(job.needs)),
    conditionEntry(job),
    entry('runs-on', job.runner.length === 1 ? scalar(job.runner[0] ?? '') : flow(job.runner)),
    entry('timeout-minutes', plain(job.timeoutMinutes)),
    entry('permissions', permissions(job.steps)),
    outputsEntry(job.steps),
    matrixEntry(job),
    job.containers.length === 0 ? null : entry('services', map(job.containers.map(container))),
    directory === '.'
      ? null
      : entry('defaults', map([entry('run', map([entry('working-directory', scalar(directory))]))])),
    entry('steps', list(printSteps(catalogues, job, directory))),
  ]);
  return entry(job.id, body, { above: job.comment === null ? [] : [job.comment], apart: true });
}

function nameNode({ name, matrix }: Job): YamlNode {
  switch (matrix?.kind) {
    case 'versions':
      return plain(`${JSON.stringify(`${name} (${matrix.tool} \${{ matrix.version }})`)}`);
    case 'images':
      return plain('"${{ matrix.service }}: image"');
    case undefined:
      return scalar(name);
  }
}

function needsNode(needs: readonly string[]): YamlNode {
  const [only = ''] = needs;
  return needs.length === 1 ? scalar(only) : list(needs.map((need) => scalar(need)));
}

/** Secrets and machines of one's own are for code of one's own: a fork's pull request must not reach them. */
const SAME_REPOSITORY =
  "github.event_name != 'pull_request' || github.event.pull_request.head.repo.full_name == github.repository";

function conditionEntry({ condition, runner }: Job): YamlEntry | null {
  const wanted = condition === null ? null : expressionOf(condition);
  if (!runner.includes('self-hosted')) return wanted === null ? null : entry('if', plain(wanted));
  const guarded = wanted === null ? SAME_REPOSITORY : `(${SAME_REPOSITORY}) && ${wanted}`;
  return entry('if', plain(guarded), { above: ['Pull requests of forks never reach this machine.'] });
}

function expressionOf(condition: Condition): string {
  switch (condition.kind) {
    case 'changed':
      return `needs.changes.outputs.${condition.group} == 'true'`;
    case 'changed-images':
      return "needs.changes.outputs.images != '[]'";
    case 'always':
      return 'always()';
  }
}

/** The least that the steps need. The gate and jobs that read nothing get nothing. */
function permissions(steps: readonly Step[]): YamlNode {
  const reads = steps.some(({ kind }) => kind === 'checkout');
  return map(reads ? [entry('contents', scalar('read', 'to check out the code'))] : []);
}

function outputsEntry(steps: readonly Step[]): YamlEntry | null {
  const outputs = steps.flatMap((step) => (step.kind === 'changes' ? changesOutputs(step) : []));
  return outputs.length === 0 ? null : entry('outputs', map(outputs.map(([name, value]) => entry(name, plain(value)))));
}

function matrixEntry({ matrix }: Job): YamlEntry | null {
  if (matrix === null) return null;
  const rows =
    matrix.kind === 'versions' ? entry('version', flow(matrix.versions)) : entry('include', imageRows(matrix.from));
  return entry('strategy', map([entry('fail-fast', plain(false)), entry('matrix', map([rows]))]));
}

function imageRows(from: Extract<NonNullable<Job['matrix']>, { kind: 'images' }>['from']): YamlNode {
  if (from === 'changes') return plain('${{ fromJSON(needs.changes.outputs.images) }}');
  return list(
    from.map((build) => map(Object.entries(matrixRow(build)).map(([key, value]) => entry(key, scalar(value))))),
  );
}

function container({ name, image, port, environment, health, because }: ServiceContainer): YamlEntry {
  const reason = citation(because);
  const body = map([
    entry('image', scalar(image)),
    Object.keys(environment).length === 0
      ? null
      : entry('env', map(Object.entries(environment).map(([key, value]) => entry(key, scalar(value))))),
    entry('ports', list([scalar(`${port}:${port}`)])),
    health === null
      ? null
      : entry(
          'options',
          scalar(`--health-cmd '${health}' --health-interval 5s --health-timeout 5s --health-retries 12`),
        ),
  ]);
  return entry(name, body, { above: reason === null ? [] : [reason] });
}

/** The folder of a job's commands, where all of them have the same one. */
function commonDirectory(steps: readonly Step[]): string {
  const directories = [...new Set(steps.flatMap((step) => (step.kind === 'run' ? [step.directory] : [])))];
  return directories.length === 1 && !steps.some(({ kind }) => kind === 'install-tool') ? (directories[0] ?? '.') : '.';
}
