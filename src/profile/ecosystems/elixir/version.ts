import type { ToolVersion } from '../../../domain/profile.ts';
import { dockerfilesIn, dockerTag } from '../../docker/base-tag.ts';
import { setUpVersions } from '../../harvest/set-ups.ts';
import { firstMatch } from '../../lines.ts';
import type { Snapshot } from '../../snapshot.ts';
import { toolVersion } from '../../tool-versions.ts';
import type { MixProject } from './project.ts';

export interface VersionQuery {
  readonly snapshot: Snapshot;
  readonly project: MixProject;
}

/** .tool-versions and mise, then the Dockerfile, then the repository's own workflows. What mix.exs asks for is the oldest that users may have: it comes last. */
export function elixirVersion({ snapshot, project }: VersionQuery): ToolVersion | null {
  const { directory, requirement } = project;
  return (
    toolVersion({ snapshot, directory, tool: 'elixir', names: ['elixir'] }) ??
    dockerTag({ snapshot, directory, tool: 'elixir', images: ['elixir'] }) ??
    inPipelines(snapshot, directory, 'elixir') ??
    (requirement && { tool: 'elixir', value: requirement.value, because: [requirement.because] })
  );
}

/** The release of OTP from the same places. */
export function otpVersion({ snapshot, project }: VersionQuery): ToolVersion | null {
  const { directory } = project;
  return (
    toolVersion({ snapshot, directory, tool: 'erlang', names: ['erlang'] }) ??
    dockerOtp(snapshot, directory) ??
    inPipelines(snapshot, directory, 'erlang')
  );
}

const OTP = /^\s*ARG\s+(?:ERLANG|OTP)_VERSION=["']?(\d[\d.]*)|^\s*FROM\s+\S*-(?:erlang|otp)-(\d[\d.]*)/i;

function dockerOtp(snapshot: Snapshot, directory: string): ToolVersion | null {
  for (const file of dockerfilesIn(snapshot, directory)) {
    const found = firstMatch(snapshot.text(file) ?? '', OTP);
    const value = found?.match[1] ?? found?.match[2];
    if (found && value) return { tool: 'erlang', value, because: [snapshot.evidence(file, found.line)] };
  }
  return null;
}

function inPipelines(snapshot: Snapshot, directory: string, tool: string): ToolVersion | null {
  return setUpVersions({ snapshot, directory, tool, runs: /^mix / })[0] ?? null;
}
