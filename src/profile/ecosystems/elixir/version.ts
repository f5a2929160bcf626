import type { ToolVersion } from '../../../domain/profile.ts';
import { baseImage, dockerfilesIn } from '../../docker/base-tag.ts';
import { setUp } from '../../harvest/set-ups.ts';
import { firstMatch } from '../../lines.ts';
import type { Snapshot } from '../../snapshot.ts';
import { firstFound } from '../../source.ts';
import { toolFiles } from '../../tool-versions.ts';
import type { VersionPlace, VersionSource } from '../../version-sources.ts';
import type { MixProject } from './project.ts';

export interface VersionQuery {
  readonly snapshot: Snapshot;
  readonly project: MixProject;
}

type Place = VersionPlace & Pick<MixProject, 'requirement'>;

const RUNS = /^mix /;

/** What mix.exs asks for is the oldest that users may have: it comes last. */
export const ELIXIR_VERSIONS: readonly VersionSource<Place>[] = [
  toolFiles('elixir', ['elixir']),
  baseImage('elixir', ['elixir']),
  setUp('elixir', RUNS),
  {
    from: '`elixir:` of `mix.exs`',
    find: ({ requirement }) =>
      requirement && { tool: 'elixir', value: requirement.value, because: [requirement.because] },
  },
];

/** The release of Elixir that a project is built with. */
export function elixirVersion({ snapshot, project }: VersionQuery): ToolVersion | null {
  return firstFound(ELIXIR_VERSIONS, { snapshot, ...project });
}

/** Where the release of OTP stands, best first. */
export const OTP_VERSIONS: readonly VersionSource<VersionPlace>[] = [
  toolFiles('erlang', ['erlang']),
  { from: '`ERLANG_VERSION` or `OTP_VERSION`, or the image’s tag, in the folder’s Dockerfiles', find: dockerOtp },
  setUp('erlang', RUNS),
];

/** The release of OTP that a project runs on. */
export function otpVersion({ snapshot, project: { directory } }: VersionQuery): ToolVersion | null {
  return firstFound(OTP_VERSIONS, { snapshot, directory });
}

const OTP = /^\s*ARG\s+(?:ERLANG|OTP)_VERSION=["']?(\d[\d.]*)|^\s*FROM\s+\S*-(?:erlang|otp)-(\d[\d.]*)/i;

function dockerOtp({ snapshot, directory }: VersionPlace): ToolVersion | null {
  for (const file of dockerfilesIn(snapshot, directory)) {
    const found = firstMatch(snapshot.text(file) ?? '', OTP);
    const value = found?.match[1] ?? found?.match[2];
    if (found && value) return { tool: 'erlang', value, because: [snapshot.evidence(file, found.line)] };
  }
  return null;
}
