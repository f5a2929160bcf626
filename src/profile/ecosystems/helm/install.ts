import type { Evidence } from '../../../domain/evidence.ts';
import { firstOfEach } from '../../../domain/grouped.ts';
import type { Command } from '../../../domain/profile.ts';
import { joinPath, pathFrom } from '../../paths.ts';
import { shellWord, unquoted } from '../../shell-word.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { HelmCall } from './calls.ts';
import { type Chart, type ChartsByFolder, localCharts } from './chart.ts';
import type { Habits } from './habits.ts';

export interface InstallQuery {
  readonly snapshot: Snapshot;
  readonly chart: Chart;
  readonly charts: ChartsByFolder;
  readonly habits: Pick<Habits, 'calls'>;
}

/** What brings a chart's dependencies: the repositories that the lock names must be known by a name, and charts of the repository's own are built first. */
export function installCommands(query: InstallQuery): Command[] {
  const { chart, charts } = query;
  const missing = [...localCharts(chart, charts), chart].filter((one) => lacksDependency(query.snapshot, one));
  return [...repositories(query, missing), ...missing.map((one) => build(query, one))];
}

/** Dependencies that are committed, as a folder or as an archive, need not be fetched; those without a repository lie in `charts/` by themselves. */
function lacksDependency(snapshot: Snapshot, { directory, dependencies }: Chart): boolean {
  const there = snapshot.entriesIn(joinPath(directory, 'charts') ?? '');
  return dependencies.some(
    ({ name, repository }) =>
      repository !== '' &&
      !there.some((entry) => entry === name || (entry.startsWith(`${name}-`) && /\.tgz$/.test(entry))),
  );
}

function build({ snapshot, chart }: InstallQuery, { directory, dependencies, lockfile }: Chart): Command {
  const folder = pathFrom(chart.directory, directory);
  const locked = lockfile === null ? [] : [snapshot.evidence(lockfile, 1)];
  return {
    run: `helm dependency build${folder === '.' ? '' : ` ${shellWord(folder)}`}`,
    directory: chart.directory,
    because: [...locked, ...dependencies.slice(0, 1).map(({ because }) => because)],
  };
}

interface Source {
  readonly name: string;
  readonly url: string;
  readonly because: Evidence;
}

/** `helm dependency build` asks for each repository over HTTP by name; the repository's own name for it, else that of the chart. (helm, "pkg/downloader/manager.go") */
function repositories({ habits: { calls }, chart }: InstallQuery, charts: readonly Chart[]): Command[] {
  const known = calls.flatMap(addedBy);
  const wanted = charts.flatMap(({ dependencies }) =>
    dependencies.flatMap(({ name, repository, because }): Source[] => {
      const alias = /^(?:@|alias:)(.+)$/.exec(repository)?.[1];
      const found = known.find((one) =>
        alias === undefined ? bare(one.url) === bare(repository) : one.name === alias,
      );
      if (found) return [{ ...found, url: alias === undefined ? repository : found.url }];
      return isUrl(repository) && NAME.test(name) ? [{ name, url: repository, because }] : [];
    }),
  );
  const once = firstOfEach(wanted, ({ url }) => bare(url));
  const isTaken = (name: string, index: number) => once.slice(0, index).some((other) => other.name === name);
  return once.map(({ name, url, because }, index) => ({
    run: `helm repo add ${isTaken(name, index) ? `${name}-${index}` : name} ${shellWord(url)}`,
    directory: chart.directory,
    because: [because],
  }));
}

const NAME = /^[A-Za-z0-9][\w.-]{0,100}$/;

function addedBy({ verb, words, because }: HelmCall): Source[] {
  if (verb !== 'repo add') return [];
  const [name = '', url = ''] = words.filter((word) => !word.startsWith('-')).map(unquoted);
  return NAME.test(name) && isUrl(url) ? [{ name, url, because }] : [];
}

function isUrl(text: string): boolean {
  return /^https?:\/\/[\w.-]{1,200}(?::\d{1,5})?(?:\/[\w./~%-]{0,300})?$/.test(text);
}

function bare(url: string): string {
  return url.replace(/\/+$/, '');
}
