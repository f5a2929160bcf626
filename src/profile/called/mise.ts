import type { DocumentPath } from '../../domain/finding.ts';
import { layered } from '../ci/yaml-steps.ts';
import { isMapping, type Manifest } from '../formats/manifest.ts';
import { readToml } from '../formats/toml.ts';
import { joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { MISE_FILES } from '../tasks/files.ts';
import type { Body, Call } from './body.ts';
import { changesNothing } from './environment.ts';
import { fileOf } from './file-of.ts';
import { ownShell } from './own-shell.ts';
import { textsAt } from './texts-at.ts';

const CALL = /^mise (?:run|r) ([\w.-][\w:.-]{0,99})$/;

/** Keys of a task with which it still runs all that it has, every time, where its file is. (mise, "Task Configuration") */
const PLAIN = new Set(['description', 'alias', 'run', 'depends', 'quiet', 'silent', 'hide', 'tools', 'env']);

/** Where a file says that tasks run elsewhere, not at all, or with what nobody has seen. (mise, "Task Configuration", "Environments") */
const SETS = [
  ['task_config'],
  ...['task_skip', 'task'].map((key) => ['settings', key]),
  ...['file', 'path', 'source'].map((key) => ['env', '_', key]),
];

/** What mise runs for a task of its configuration. */
export function miseBody(snapshot: Snapshot, { run, directory }: Call): Body | null {
  const [, name] = CALL.exec(run) ?? [];
  const file = name === undefined ? undefined : fileOf(snapshot, directory, MISE_FILES);
  if (name === undefined || file === undefined) return null;
  const { value } = readToml(snapshot, file);
  const path = ['tasks', name];
  const task = value.at(path);
  if (task === undefined) return null;
  const lines = [...textsAt(value, path), ...textsAt(value, [...path, 'run'])];
  const environment = environmentOf(value, path);
  const body = { file, directory, before: [], counted: [], lines };
  const isPlain = !isMapping(task) || Object.keys(task).every((key) => PLAIN.has(key));
  const isSet = !changesNothing(value.at(['env'])) || SETS.some((key) => value.at(key) !== undefined);
  if (!isPlain || isSet || isElsewhere(snapshot, { file, directory, name })) return body;
  const needed = textsAt(value, [...path, 'depends']);
  return {
    ...body,
    before: needed.map(({ text }) => `mise run ${text}`),
    counted: lines
      .flatMap((line) => (line.text.includes('\n') ? [] : ownShell(line, directory)))
      .map((command) => ({ ...command, environment: layered(environment, command.environment) })),
  };
}

/** What is set for every task, and for this one; what mise finds out, or takes from a file, is not known. (mise, "Environments") */
function environmentOf(value: Manifest, path: DocumentPath): ReadonlyMap<string, string> {
  const tables = [['env'], [...path, 'env']].map((table) => value.at(table));
  return new Map(
    tables.flatMap((table) =>
      isMapping(table)
        ? Object.entries(table).flatMap(([name, set]) => (isPlainText(set) ? [[name, String(set)] as const] : []))
        : [],
    ),
  );
}

function isPlainText(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && !/\{\{|\{%/.test(value));
}

/** Other files of mise's configuration, of which one may say another task of that name, and folders of tasks. (mise, "Configuration", "File Tasks") */
const CONFIGURATION = /^\.?mise(?:\.[\w-]{1,40}){0,2}\.toml$/;
const FOLDERS = ['mise', '.mise', '.config', '.config/mise'];
const TASKS = ['mise-tasks', '.mise-tasks', 'mise/tasks', '.mise/tasks', '.config/mise/tasks'];

function isElsewhere(
  snapshot: Snapshot,
  { file, directory, name }: Readonly<Record<'file' | 'directory' | 'name', string>>,
) {
  const below = (path: string) => joinPath(directory, path) ?? path;
  const configuration = [
    ...snapshot.entriesIn(directory).filter((entry) => CONFIGURATION.test(entry) && below(entry) !== file),
    ...FOLDERS.flatMap((folder) => ['config.toml', 'mise.toml'].map((entry) => `${folder}/${entry}`)),
  ];
  const tasks = TASKS.map((folder) => `${folder}/${name.replaceAll(':', '/')}`);
  return [...configuration, ...tasks].some((path) => snapshot.exists(below(path)));
}
