import type { Evidence } from '../../../domain/evidence.ts';
import { firstOfEach } from '../../../domain/grouped.ts';
import type { ToolVersion } from '../../../domain/profile.ts';
import type { Snapshot } from '../../snapshot.ts';
import { firstFound } from '../../source.ts';
import type { VersionSource } from '../../version-sources.ts';
import type { SbtBuild } from './build.ts';

/** A release of Scala with the lines that it went through. */
interface Release {
  readonly value: string;
  readonly because: readonly Evidence[];
}

interface VersionQuery {
  readonly snapshot: Snapshot;
  readonly build: SbtBuild;
}

/** A text, or a name of one. The root's own settings come first. */
export const SCALA_VERSIONS: readonly VersionSource<VersionQuery>[] = [
  {
    from: '`scalaVersion` of the build',
    find: ({ snapshot, build }) => asVersion(settingOf(snapshot, build, SCALA_VERSION)),
  },
  {
    from: 'the first of its `crossScalaVersions`',
    find: ({ snapshot, build }) => asVersion(crossVersions(snapshot, build)),
  },
];

/** The release of Scala that a build is compiled by. */
export function scalaVersion(snapshot: Snapshot, build: SbtBuild): ToolVersion | null {
  return firstFound(SCALA_VERSIONS, { snapshot, build });
}

function asVersion([first]: readonly Release[]): ToolVersion | null {
  return first ? { tool: 'scala', value: first.value, because: first.because } : null;
}

/** All releases that the build is compiled for. */
export function crossVersions(snapshot: Snapshot, build: SbtBuild): readonly Release[] {
  const found = settingOf(snapshot, build, CROSS_VERSIONS);
  return firstOfEach(found, ({ value }) => value);
}

const SCALA_VERSION = /\bscalaVersion(?: in \w{1,40})?\s{0,8}:=\s{0,8}(.{1,200})/;
const CROSS_VERSIONS = /\bcrossScalaVersions(?: in \w{1,40})?\s{0,8}:=\s{0,8}(.{1,400})/;

function settingOf(snapshot: Snapshot, build: SbtBuild, pattern: RegExp): readonly Release[] {
  const names = valuesOf(build);
  for (const { file, lines } of build.scripts)
    for (const { text, number } of lines) {
      const written = pattern.exec(text)?.[1];
      const found =
        written === undefined
          ? []
          : releasesIn(written, { snapshot, names, because: [snapshot.evidence(file, number)] });
      if (found.length > 0) return found;
    }
  return [];
}

interface Value {
  readonly written: string;
  readonly file: string;
  readonly line: number;
}

/** `val scala213 = "2.13.16"`, `val all = Seq(scala213, scala3)`. */
const VALUE = /\bval\s{1,4}(\w{1,80})\s{0,4}(?::\s{0,4}[\w[\]]{1,40}\s{0,4})?=\s{0,8}(.{1,400})/;

function valuesOf({ scripts }: SbtBuild): ReadonlyMap<string, Value> {
  const all = scripts.flatMap(({ file, lines }) =>
    lines.flatMap(({ text, number }): [string, Value][] => {
      const [, name, written] = VALUE.exec(text) ?? [];
      return name && written ? [[name, { written, file, line: number }]] : [];
    }),
  );
  return new Map(all.reverse());
}

interface Knowledge {
  readonly snapshot: Snapshot;
  readonly names: ReadonlyMap<string, Value>;
  readonly because: readonly Evidence[];
}

/** Names are followed twice: a list of names of texts. What no text is found behind is no release. */
const MOST_STEPS = 2;

function releasesIn(written: string, { snapshot, names, because }: Knowledge, steps = 0): readonly Release[] {
  const items = /^(?:Seq|List|Vector|Set)\s{0,4}\(([^()]{0,300})/.exec(written)?.[1]?.split(',') ?? [written];
  return items.flatMap((item): readonly Release[] => {
    const literal = /^\s{0,8}"(\d+\.\d+[\w.-]{0,30})"/.exec(item)?.[1];
    if (literal !== undefined) return [{ value: literal, because }];
    const name = /^\s{0,8}((?:\w{1,80}\.){0,4}\w{1,80})\s{0,8}[,)]?\s{0,8}$/.exec(item)?.[1]?.split('.').at(-1);
    const value = name === undefined || steps >= MOST_STEPS ? undefined : names.get(name);
    if (!value) return [];
    const at = snapshot.evidence(value.file, value.line);
    return releasesIn(value.written, { snapshot, names, because: [at, ...because] }, steps + 1);
  });
}
