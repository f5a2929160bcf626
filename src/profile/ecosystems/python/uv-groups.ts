import type { Evidence } from '../../../domain/evidence.ts';
import { dockerfilesIn } from '../../docker/base-tag.ts';
import { callsOfImages } from '../../docker/dockerfile.ts';
import { callsIn, type PipelineCall } from '../../harvest/calls.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { PythonUnit } from './discover.ts';
import { CHECKERS } from './tools.ts';

/** Groups that uv is asked for beside those that it installs anyhow. */
export interface UvGroups {
  /** As options, each with a space before it. */
  readonly options: string;
  readonly because: readonly Evidence[];
}

/**
 * The dependency groups with which the repository's own pipelines call uv where they check, else those of the image that brings what
 * development needs: tests may import what is in them. (PEP 735; docs.astral.sh/uv, "Development
 * dependencies", "uv sync")
 */
export function uvGroups(snapshot: Snapshot, unit: PythonUnit): UvGroups {
  const declared = unit.project.pyproject.keys(['dependency-groups']);
  if (declared.length === 0) return { options: '', because: [] };
  const calls = pipelineCalls(snapshot, unit.project.directory);
  const found = (calls.length > 0 ? calls : imageCalls(snapshot, unit.project.directory)).flatMap((call) => {
    const groups = groupsOf(call, declared).filter((name) => !isDefault(unit, name));
    return groups.length === 0 ? [] : [{ groups, because: call.because }];
  });
  const names = [...new Set(found.flatMap(({ groups }) => groups))];
  const options = names.includes(ALL) ? [ALL] : names.map((name) => `--group ${name}`);
  return { options: options.map((one) => ` ${one}`).join(''), because: found.flatMap(({ because }) => because) };
}

const ALL = '--all-groups';

interface Call {
  readonly text: string;
  /** What variables are in it, as far as that is known. */
  readonly variables: ReadonlyMap<string, string>;
  readonly because: readonly Evidence[];
}

const SYNC = /\buv sync\b/;

/** Those of jobs that check: another one may install what documentation is made with. */
function pipelineCalls(snapshot: Snapshot, directory: string): Call[] {
  const calls = [...new Set([directory, '.'])].flatMap((folder) => callsIn(snapshot, folder));
  const jobs = new Set(calls.filter(isCheck).flatMap(({ jobs: own }) => own));
  return calls
    .filter(({ run, jobs: own }) => SYNC.test(run) && own.some((job) => jobs.has(job)))
    .map(({ run, because }) => ({ text: run, variables: new Map(), because }));
}

function isCheck({ words }: PipelineCall): boolean {
  return words.some((word) => CHECKERS.has(word) || /^(?:test|tests|unittest|tox|nox)$/.test(word));
}

/** Those of the folder's Dockerfiles, but for images that leave out what development needs. */
function imageCalls(snapshot: Snapshot, directory: string): Call[] {
  return dockerfilesIn(snapshot, directory)
    .flatMap((file) => callsOfImages(snapshot, file))
    .filter(({ call }) => SYNC.test(call.value))
    .map(({ call, variables }) => ({
      text: call.value.slice(0, MOST),
      variables: new Map([...variables].map(([name, { value }]) => [name, value])),
      because: call.at.slice(0, 1).map(({ file, line }) => snapshot.evidence(file, line)),
    }))
    .filter((call) => !LEAN.test(written(call)) || listed(call).includes('dev'));
}

/** A longer call is nobody's. */
const MOST = 4_000;

const LEAN = /(?:^|[\s"'])--no-(?:dev|default-groups)(?=$|[\s"'])/;

function groupsOf(call: Call, declared: readonly string[]): string[] {
  const isAll = /(?:^|[\s"'])--all-groups(?=$|[\s"'])/.test(written(call));
  return isAll ? [ALL] : listed(call).filter((name) => declared.includes(name));
}

/** The names behind the options, and those in the lists that such an option is filled from: `--group $group`. */
function listed(call: Call): string[] {
  const text = written(call);
  const named = [...text.matchAll(/(?:^|[\s"'])--(?:only-)?group(?:=|\s{1,8})["']?(\w[\w.-]{0,100})/g)];
  const isFilled = /(?:^|[\s"'])--(?:only-)?group(?:=|\s{1,8})["']?\$/.test(text);
  const lists = isFilled ? mentioned(call).map((value) => value.split(/[\s,]{1,8}/)) : [];
  return [...named.map(([, name = '']) => name), ...lists.flat()];
}

/** The call, and what stands in the variables that it names. */
function written(call: Call): string {
  return [call.text, ...mentioned(call)].join('\n');
}

function mentioned({ text, variables }: Call): string[] {
  const names = [...text.matchAll(/\$\{?(\w{1,60})/g)].map(([, name = '']) => name);
  return [...new Set(names)].flatMap((name) => variables.get(name)?.slice(0, MOST) ?? []);
}

/** What `--dev` brings, and what the project has uv install by itself. */
function isDefault({ project, workspace }: PythonUnit, name: string): boolean {
  if (name === 'dev') return true;
  return [project, workspace].some((one) => {
    const defaults = one?.pyproject.at(['tool', 'uv', 'default-groups']);
    return defaults === 'all' || (Array.isArray(defaults) && defaults.includes(name));
  });
}
