import { createHash } from 'node:crypto';
import { type Answering, json, type SeenRequest } from './http-server.ts';

interface Entry {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  readonly size?: number;
}

/** A file as its bytes, or with a mode of its own. */
export type File = string | Uint8Array | { readonly mode: string; readonly bytes: string };

export interface TreesOptions {
  /** Ids of trees that are cut off where they are asked for as a whole. */
  readonly truncated?: (folder: string) => boolean;
  /** Answers to GraphQL; without, the server has none. */
  readonly graphql?: 'text' | 'damaged' | 'limited';
}

/** Answers what GitHub answers of one commit's trees and blobs. */
export function githubTrees(
  commit: string,
  files: Readonly<Record<string, File>>,
  options: TreesOptions = {},
): Answering {
  const blobs = new Map(Object.values(files).map((file) => [idOf(file), bytesOf(file)]));
  const folders = new Map(['', ...foldersIn(Object.keys(files))].map((path) => [treeId(path, commit), path]));
  return (request, response) => {
    const [, kind, id = ''] = /\/git\/(trees|blobs)\/(\w+)/.exec(request.url) ?? [];
    const folder = folders.get(id);
    const blob = blobs.get(id);
    if (kind === 'trees' && folder !== undefined) {
      const isWhole = request.url.includes('recursive');
      const truncated = isWhole && options.truncated?.(folder) === true;
      json(response, { sha: id, tree: truncated ? [] : entriesOf(files, folder, isWhole, commit), truncated });
    } else if (kind === 'blobs' && blob) json(response, { content: blob.toString('base64'), encoding: 'base64' });
    else if (request.url === '/graphql' && options.graphql) json(response, graphqlOf(request, blobs, options.graphql));
    else json(response, { message: 'Not Found' }, { status: 404 });
  };
}

function graphqlOf(
  { body }: SeenRequest,
  blobs: ReadonlyMap<string, Buffer>,
  kind: 'text' | 'damaged' | 'limited',
): unknown {
  if (kind === 'limited') return { errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }] };
  const fields = [...(JSON.parse(body) as { query: string }).query.matchAll(/(b\d+): object\(oid: "(\w+)"\)/g)];
  const textOf = (id: string) => (kind === 'damaged' ? 'not what it was' : (blobs.get(id)?.toString('utf8') ?? null));
  return { data: { repository: Object.fromEntries(fields.map(([, name, id = '']) => [name, { text: textOf(id) }])) } };
}

function entriesOf(files: Readonly<Record<string, File>>, folder: string, isWhole: boolean, commit: string): Entry[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  const isHere = (path: string) => path.startsWith(prefix) && (isWhole || !path.slice(prefix.length).includes('/'));
  const trees = foldersIn(Object.keys(files))
    .filter((path) => path !== folder && isHere(path))
    .map(
      (path): Entry => ({ path: path.slice(prefix.length), mode: '040000', type: 'tree', sha: treeId(path, commit) }),
    );
  const blobs = Object.entries(files)
    .filter(([path]) => isHere(path))
    .map(([path, file]): Entry => {
      const mode = typeof file === 'object' && 'mode' in file ? file.mode : '100644';
      return { path: path.slice(prefix.length), mode, type: 'blob', sha: idOf(file), size: bytesOf(file).length };
    });
  return [...trees, ...blobs];
}

function foldersIn(paths: readonly string[]): string[] {
  return [
    ...new Set(paths.flatMap((path) => path.split('/').map((_, index, steps) => steps.slice(0, index).join('/')))),
  ].filter((path) => path !== '');
}

function treeId(path: string, commit: string): string {
  return path === '' ? commit : createHash('sha1').update(`tree ${path}`).digest('hex');
}

function bytesOf(file: File): Buffer {
  return Buffer.from(typeof file === 'object' && 'mode' in file ? file.bytes : file);
}

function idOf(file: File): string {
  const bytes = bytesOf(file);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
