import { UNIT_DIRECTORY } from '../../../domain/matrix.ts';
import type { Job, Step } from '../../../domain/pipeline.ts';
import { entry, list, map, plain, scalar, withTexts, type YamlEntry, type YamlNode } from '../yaml.ts';
import type { Press } from './actions.ts';
import { changesOutputs } from './changes.ts';
import { conditionEntry } from './condition.ts';
import { containersEntry } from './containers.ts';
import { matrixEntry, nameNode, runnerNode } from './matrix.ts';
import { permissionsOf } from './permissions.ts';
import { inRows } from './rows.ts';
import { printSteps } from './steps.ts';
import { asPath, commentLines, literal } from './text.ts';

/** One job, keys in the order in which people read them: what it is, when, where, with what rights, what it does. */
export function printJob(given: Press, job: Job): YamlEntry {
  const { environment } = job;
  const directory = commonDirectory(job.steps);
  // What leaves the repository is made from nothing that another run has cached.
  const press = { ...given, caches: given.caches && !job.steps.some(({ kind }) => kind === 'push-image') };
  const body = map([
    entry('name', nameNode(job)),
    job.needs.length === 0 ? null : entry('needs', needsNode(job.needs)),
    conditionEntry(job),
    entry('runs-on', runnerNode(job)),
    entry('timeout-minutes', plain(job.timeoutMinutes)),
    environment === undefined ? null : entry('environment', scalar(environment)),
    entry('permissions', permissionsOf(job)),
    outputsEntry(job.steps),
    matrixEntry(job),
    containersEntry(job.containers),
    directory === '.' ? null : entry('defaults', map([entry('run', map([directoryEntry(directory)]))])),
    entry('steps', list(inRows(job, printSteps(press, job, directory)))),
  ]);
  return entry(job.id, inRowsFolder(job, body), { above: job.comments.flatMap(commentLines) });
}

/** Only here does the plan's sign mean anything: in a job whose rows have a folder. */
function inRowsFolder({ matrix }: Job, body: YamlNode): YamlNode {
  if (matrix?.kind !== 'units') return body;
  return withTexts(body, (text) => inHashes(text).replaceAll(UNIT_DIRECTORY, '${{ matrix.directory }}'));
}

/** A path that keys a cache stands inside an expression already, where another one cannot begin. */
function inHashes(text: string): string {
  if (!text.includes('hashFiles(')) return text;
  const path = new RegExp(`'${UNIT_DIRECTORY}((?:[^']|'')*)'`, 'g');
  return text.replace(path, (_, rest: string) => `format('{0}${rest.replace(/[{}]/g, '$&$&')}', matrix.directory)`);
}

function directoryEntry(directory: string): YamlEntry {
  return entry('working-directory', literal(asPath(directory)));
}

function needsNode(needs: readonly string[]): YamlNode {
  const [only = ''] = needs;
  return needs.length === 1 ? scalar(only) : list(needs.map((need) => scalar(need)));
}

function outputsEntry(steps: readonly Step[]): YamlEntry | null {
  const outputs = steps.flatMap((step) => (step.kind === 'changes' ? changesOutputs(step) : []));
  return outputs.length === 0 ? null : entry('outputs', map(outputs.map(([name, value]) => entry(name, plain(value)))));
}

/** The folder of a job's commands, where all of them have the same one. */
function commonDirectory(steps: readonly Step[]): string {
  const directories = new Set(steps.flatMap((step) => (step.kind === 'run' ? [step.directory] : [])));
  const [only = '.'] = directories;
  return directories.size === 1 ? only : '.';
}
