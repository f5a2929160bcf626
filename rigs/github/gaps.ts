import { execFileSync } from 'node:child_process';
import type { Fault } from './front.ts';
import type { Call } from './upload.ts';

/** Where the repositories of the server come from: a checkout by `owner/name`. */
export type Checkouts = ReadonlyMap<string, string>;

const FILES = /^\/repos\/([^/]+\/[^/]+)\/pulls\/(\d+)\/files(?:\?(.*))?$/;

/** The changed files of a pull request, of which the emulator invents the names: as git tells them, page by page. */
export function filesOf(call: Call, checkouts: Checkouts): Fault {
  return {
    method: 'GET',
    path: FILES,
    answer: async ({ path }, response) => {
      const [, name = '', number = '', query = ''] = FILES.exec(path) ?? [];
      const { base, head } = (await call('GET', `/repos/${name}/pulls/${number}`)) as PullRequest;
      const all = changedFiles(checkouts.get(name) ?? '', base.ref, head.ref);
      const asked = new URLSearchParams(query);
      const size = Number(asked.get('per_page') ?? 30);
      const page = Number(asked.get('page') ?? 1);
      asked.set('page', String(page + 1));
      const next = `<https://api.github.com${path.replace(/\?.*/, '')}?${asked}>; rel="next"`;
      response
        .writeHead(200, { 'content-type': 'application/json', ...(page * size < all.length ? { link: next } : {}) })
        .end(JSON.stringify(all.slice((page - 1) * size, page * size)));
    },
  };
}

interface PullRequest {
  readonly base: { readonly ref: string };
  readonly head: { readonly ref: string };
}

const STATUSES: Readonly<Record<string, string>> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  T: 'changed',
};

/** What we do not use of an entry. */
const ENTRY = {
  sha: '0'.repeat(40),
  additions: 0,
  deletions: 0,
  changes: 0,
  blob_url: 'https://github.com/blob',
  raw_url: 'https://github.com/raw',
  contents_url: 'https://api.github.com/contents',
};

/** What differs between the head and where it left the base, as GitHub lists it; without the patches. */
export function changedFiles(
  checkout: string,
  base: string,
  head: string,
): readonly Readonly<Record<string, unknown>>[] {
  const fields = git(checkout, ['diff', '--name-status', '-z', '-M', `${base}...${head}`])
    .toString('utf8')
    .split('\0');
  const files = [];
  for (let status = fields.shift(); status; status = fields.shift()) {
    const previous = status.startsWith('R') ? { previous_filename: fields.shift() } : {};
    files.push({ ...ENTRY, filename: fields.shift(), status: STATUSES[status.charAt(0)], ...previous });
  }
  return files;
}

interface Query {
  readonly query: string;
  readonly variables: {
    readonly owner?: string;
    readonly name?: string;
    readonly commit?: string;
    readonly path?: string;
    readonly number?: number;
  };
}

/** The text of a pull request, and whose it is, as GraphQL tells it. */
export interface Described {
  readonly body: string;
  readonly author: Account | null;
  readonly editor: Account | null;
  readonly lastEditedAt: string | null;
}

interface Account {
  readonly login: string;
  readonly __typename: 'User' | 'Bot';
}

interface Known {
  readonly checkouts: Checkouts;
  /** By `owner/name#number`. */
  readonly texts: ReadonlyMap<string, Described>;
}

/** The queries of ours: who we are, the contents of files by their ids, the versions of a file, and a text. The emulator has no GraphQL. */
export function graphQl({ checkouts, texts }: Known): Fault {
  return {
    method: 'POST',
    path: /^\/graphql$/,
    answer: ({ body }, response) => {
      const { query, variables } = JSON.parse(body) as Query;
      const checkout = checkouts.get(`${variables.owner}/${variables.name}`) ?? '';
      const repository: Record<string, unknown> = Object.fromEntries(
        [...query.matchAll(/(b\d+): object\(oid: "([0-9a-f]+)"\)/g)].map(([, alias = '', id = '']) => [
          alias,
          { text: git(checkout, ['cat-file', 'blob', id]).toString('utf8') },
        ]),
      );
      const text = texts.get(`${variables.owner}/${variables.name}#${variables.number}`);
      if (text !== undefined) repository.pullRequest = text;
      if (query.includes('history(')) repository.object = historyOf(checkout, variables);
      const data = query.includes('viewer') ? { viewer: { login: 'github-actions[bot]' } } : { repository };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data }));
    },
  };
}

/** GitHub's merge of a pull request is made on the runner alone: for it stands what is merged. */
function historyOf(checkout: string, { commit = '', path = '' }: Query['variables']): unknown {
  const isKnown = git(checkout, ['cat-file', '--batch-check'], commit).toString('utf8').includes(' commit ');
  const from = isKnown ? commit : 'change';
  const ids = git(checkout, ['rev-list', '--max-count=20', from, '--', path])
    .toString('utf8')
    .split('\n')
    .filter(Boolean);
  const nodes = ids.map((id) => {
    const listed = git(checkout, ['ls-tree', id, '--', path]).toString('utf8');
    const text = listed === '' ? null : git(checkout, ['cat-file', 'blob', `${id}:${path}`]).toString('utf8');
    return { file: text === null ? null : { object: { text } } };
  });
  return { history: { nodes } };
}

function git(checkout: string, args: readonly string[], input?: string): Buffer {
  return execFileSync('git', [...args], {
    cwd: checkout,
    maxBuffer: 1 << 28,
    ...(input === undefined ? {} : { input }),
  });
}
