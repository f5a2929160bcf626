import semver from 'semver';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import type { Commit, Remote } from './git.ts';

/** An entry of data/action-catalog.json. */
export interface ActionEntry {
  readonly version: string | null;
  readonly sha: string;
  readonly released: string;
  readonly runs: string | null;
  readonly inputs: Readonly<Record<string, InputEntry>>;
  readonly outputs: readonly string[];
}

interface InputEntry {
  readonly required?: true;
  readonly default?: string;
  readonly deprecated?: true;
}

const Metadata = z.object({
  runs: z.object({ using: z.string() }),
  inputs: z.optional(
    z.nullable(
      z.record(
        z.string(),
        z.nullable(
          z.object({
            required: z.optional(z.unknown()),
            default: z.optional(z.unknown()),
            deprecationMessage: z.optional(z.unknown()),
          }),
        ),
      ),
    ),
  ),
  outputs: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
});

/**
 * The newest release of a repository's actions, one entry for each of `names` (`owner/name` or `owner/name/path`), read at its commit.
 * Rejects where the remote cannot be reached, or where an action is no longer there.
 */
export async function readActions(remote: Remote, names: readonly string[]): Promise<ReadonlyMap<string, ActionEntry>> {
  const { version, sha } = newestRelease(await remote.references());
  await using commit = await remote.commit(sha);
  const entries = new Map<string, ActionEntry>();
  for (const name of names) {
    const folder = name.split('/').slice(2).join('/');
    const metadata = await readMetadata(commit, folder, name);
    entries.set(name, { version, sha, released: commit.day, ...metadata });
  }
  return entries;
}

/** The highest full version among the tags; without one, the tip of the default branch. A branch is never a release. */
function newestRelease(references: ReadonlyMap<string, string>): { version: string | null; sha: string } {
  const tags = [...references.keys()].flatMap((name) => /^refs\/tags\/(v?\d+\.\d+(?:\.\d+)?)$/.exec(name)?.[1] ?? []);
  const [newest] = tags.sort((a, b) => semver.rcompare(asVersion(a), asVersion(b)));
  const sha = references.get(newest === undefined ? 'HEAD' : `refs/tags/${newest}`);
  if (sha === undefined) throw new Error('it has neither a release nor a default branch');
  return { version: newest ?? null, sha };
}

function asVersion(tag: string): semver.SemVer {
  const version = semver.coerce(tag);
  if (!version) throw new Error(`${tag} is no version`);
  return version;
}

async function readMetadata(
  commit: Commit,
  folder: string,
  name: string,
): Promise<Pick<ActionEntry, 'runs' | 'inputs' | 'outputs'>> {
  const at = (file: string) => commit.read(folder === '' ? file : `${folder}/${file}`);
  const text = (await at('action.yml')) ?? (await at('action.yaml'));
  if (text === null) throw new Error(`${name} has no action.yml at its newest release`);
  const { runs, inputs, outputs } = Metadata.parse(parse(text));
  return {
    runs: runs.using,
    inputs: Object.fromEntries(Object.entries(inputs ?? {}).map(([key, input]) => [key, inputEntry(input ?? {})])),
    outputs: Object.keys(outputs ?? {}),
  };
}

function inputEntry(input: Readonly<Record<string, unknown>>): InputEntry {
  return {
    ...(input.required === true || input.required === 'true' ? { required: true } : {}),
    ...(input.default === undefined || input.default === '' ? {} : { default: String(input.default) }),
    ...(input.deprecationMessage === undefined ? {} : { deprecated: true }),
  };
}
