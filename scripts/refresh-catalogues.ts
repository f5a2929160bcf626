// Brings data/action-catalog.json and data/image-catalog.json up to date: the newest release of every action, read at its commit, and the
// digest that every image's tag has now. All of it or nothing: where one thing cannot be had, it is said and nothing is written.
//   node scripts/refresh-catalogues.ts [--only actions|images] [--data DIR] [--remote-base URL] [--registry-base URL]
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import semver from 'semver';
import * as z from 'zod/mini';
import { type OutputFile, writeFiles } from '../src/clients/output.ts';
import { type ActionEntry, readActions } from './catalogues/actions.ts';
import { actionCatalogueText, imageCatalogueText } from './catalogues/format.ts';
import { remoteAt } from './catalogues/git.ts';
import { type ImageEntry, readImage } from './catalogues/images.ts';

/** How many repositories or images are asked for at once. */
const AT_ONCE = 6;

const Actions = z.record(z.string(), z.looseObject({ version: z.nullable(z.string()), sha: z.string() }));
const Images = z.array(
  z.object({ image: z.string(), tag: z.string(), digest: z.string(), seen: z.optional(z.number()) }),
);

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    data: { type: 'string', default: fileURLToPath(new URL('../data', import.meta.url)) },
    'remote-base': { type: 'string', default: 'https://github.com' },
    'registry-base': { type: 'string' },
  },
});

const faults: string[] = [];
const files: OutputFile[] = [];
if (options.only !== 'images') files.push(await refreshActions());
if (options.only !== 'actions') files.push(await refreshImages());

if (faults.length > 0) {
  for (const fault of faults) console.error(fault);
  console.error(`Nothing was written: ${faults.length} of what the catalogues hold could not be read.`);
  process.exitCode = 1;
} else {
  const changed = files.filter(({ path, content }) => readFileSync(join(options.data, path), 'utf8') !== content);
  for (const path of await writeFiles(options.data, changed)) console.log(`wrote ${path}`);
  if (changed.length === 0) console.log('Everything is up to date.');
}

async function refreshActions(): Promise<OutputFile> {
  const path = 'action-catalog.json';
  const current = Actions.parse(read(path));
  const names = Object.keys(current);
  const repositories = [...new Set(names.map(repositoryOf))];
  const answers = await each(repositories, async (repository) => {
    const remote = remoteAt(`${options['remote-base']}/${repository}`);
    return readActions(
      remote,
      names.filter((name) => repositoryOf(name) === repository),
    );
  });
  const found = new Map(answers.flatMap((entries) => (entries ? [...entries] : [])));
  const entries = names.map((name) => [name, newer(name, current[name], found.get(name))] as const);
  return { path, content: actionCatalogueText(Object.fromEntries(entries)) };
}

/** A release that was taken back, or a tag in another form, must not lead back to an older one. */
function newer(name: string, current: z.infer<typeof Actions>[string] | undefined, found: ActionEntry | undefined) {
  const [before, after] = [semver.coerce(current?.version ?? ''), semver.coerce(found?.version ?? '')];
  if (before && found && (!after || semver.lt(after, before))) {
    faults.push(`${name}: ${current?.version} is pinned, but the newest release found is ${found.version ?? 'none'}.`);
    return current;
  }
  return found ?? current;
}

async function refreshImages(): Promise<OutputFile> {
  const path = 'image-catalog.json';
  const current: readonly ImageEntry[] = Images.parse(read(path));
  const found = await each(current, (entry) => readImage(entry, options['registry-base'] ?? null));
  return { path, content: imageCatalogueText(found.flatMap((entry, index) => entry ?? current[index] ?? [])) };
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(options.data, name), 'utf8'));
}

function repositoryOf(name: string): string {
  return name.split('/').slice(0, 2).join('/');
}

/** One result an item, undefined for one that failed; the failure is noted. */
async function each<T extends string | ImageEntry, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<(R | undefined)[]> {
  const results = new Array<R | undefined>(items.length);
  const queue = [...items.entries()];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, item] = next;
      try {
        results[index] = await work(item);
      } catch (thrown) {
        faults.push(`${typeof item === 'string' ? item : `${item.image}:${item.tag}`}: ${sentence(thrown)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

/** The line that says what went wrong: git's own where git ran. */
function sentence(thrown: unknown): string {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const cause = thrown instanceof Error && thrown.cause instanceof Error ? ` (${thrown.cause.message})` : '';
  const fatal = /^(?:fatal|error): .*$/m.exec(message)?.[0];
  return `${fatal ?? message.split('\n')[0]}${cause}.`;
}
