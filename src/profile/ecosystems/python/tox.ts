import { readToml } from '../../formats/toml.ts';
import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { EnvironmentRun } from './environment-run.ts';
import { type IniSection, iniSections } from './ini.ts';
import type { PythonProject } from './project.ts';

/** The environments of tox that have commands: what all share is started as `py`, by the Python that is there. (tox.wiki, "Configuration") */
export function toxRuns(snapshot: Snapshot, project: PythonProject): EnvironmentRun[] {
  return [...ofIni(snapshot, project), ...ofToml(snapshot, project)];
}

function ofIni(snapshot: Snapshot, { directory }: PythonProject): EnvironmentRun[] {
  for (const [name, mark] of [
    ['tox.ini', /^\[(?:tox|testenv)/m],
    ['setup.cfg', /^\[tox:tox\]/m],
  ] as const) {
    const file = joinPath(directory, name) ?? name;
    const text = snapshot.text(file) ?? '';
    if (mark.test(text)) return ofSections(iniSections(text), (line) => [snapshot.evidence(file, line)]);
  }
  return [];
}

function ofSections(sections: readonly IniSection[], cite: (line: number) => EnvironmentRun['because']) {
  const shared = sections.find(({ name }) => name === 'testenv')?.values.get('commands') ?? [];
  const sharedBefore = sections.find(({ name }) => name === 'testenv')?.values.get('commands_pre') ?? [];
  return sections.flatMap(({ name, line, values }): EnvironmentRun[] => {
    const [, named] = /^testenv(?::\s{0,4}([\w.{},-]{1,100}))?$/.exec(name) ?? [];
    if (name !== 'testenv' && named === undefined) return [];
    const own = values.get('commands') ?? (name === 'testenv' ? [] : shared);
    const commands = own.flatMap((text) => (text === '{[testenv]commands}' ? shared : [text]));
    const before = values.get('commands_pre') ?? sharedBefore;
    const names = named === undefined ? ['py'] : expanded(named);
    return names.map((one) => runOf(one, { before, commands, because: cite(line) }));
  });
}

/** `{a,b}` is several. */
function expanded(name: string): string[] {
  const [, before = '', choices, after = ''] = /^([^{}]*)\{([^{}]*)\}([^{}]*)$/.exec(name) ?? [];
  return (choices === undefined ? [name] : choices.split(',').map((one) => `${before}${one.trim()}${after}`)).filter(
    (one) => /^[\w.-]+$/.test(one),
  );
}

/** tox.toml, or its table in pyproject.toml: each command is a list of words. */
function ofToml(snapshot: Snapshot, { directory, pyproject }: PythonProject): EnvironmentRun[] {
  const file = joinPath(directory, 'tox.toml') ?? 'tox.toml';
  const own = snapshot.text(file) === null ? null : readToml(snapshot, file).value;
  const manifest = own ?? pyproject;
  const root = own ? [] : ['tool', 'tox'];
  const legacy = manifest.text([...root, 'legacy_tox_ini']);
  if (legacy !== null) {
    const because = [manifest.evidence([...root, 'legacy_tox_ini'])];
    return ofSections(iniSections(legacy), () => because);
  }
  const names = manifest.keys([...root, 'env']).map((name) => [name, [...root, 'env', name]] as const);
  return [['py', [...root, 'env_run_base']] as const, ...names].flatMap(([name, path]) => {
    const commands = linesIn(manifest.at([...path, 'commands']));
    const before = linesIn(manifest.at([...path, 'commands_pre']));
    const because = [manifest.evidence(path)];
    return commands.length === 0 || !/^[\w.-]+$/.test(name) ? [] : [runOf(name, { before, commands, because })];
  });
}

function linesIn(commands: unknown): string[] {
  return (Array.isArray(commands) ? commands : []).flatMap((words: unknown) =>
    Array.isArray(words) ? [words.map(wordOf).join(' ').trim()] : [],
  );
}

/** A word that is a table stands for what is handed on. */
function wordOf(word: unknown): string {
  return typeof word === 'string' ? word : '';
}

function runOf(name: string, { before, commands, because }: Pick<EnvironmentRun, 'before' | 'commands' | 'because'>) {
  const run = `tox -e ${name}`;
  return { tool: 'tox' as const, name, run, before: plainOf(before), commands: plainOf(commands), because };
}

/** Factors before a command say in which environments it is run; a sign before it, what its failure means. */
function plainOf(commands: readonly string[]): string[] {
  return commands
    .map((text) => text.replace(/^[!\w.{},-]{1,60}:\s+/, '').replace(/^[-!]\s{0,4}/, ''))
    .map((text) => text.replace(/\{posargs(?::([^{}]{0,200}))?\}/g, '$1').trim())
    .filter((text) => text !== '');
}
