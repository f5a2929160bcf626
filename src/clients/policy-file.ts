import { ActionError } from '../domain/errors.ts';

/** A compiled policy, and the data that came with it. */
export interface PolicyFile {
  readonly wasm: Uint8Array;
  /** Undefined where there is none. */
  readonly data?: unknown;
}

/** What a bundle may unpack to: ours has a hundredth of it. */
const MAX_BUNDLE = 64 * 1024 * 1024;

/**
 * The bytes of a module, or of a bundle (`.tar.gz`) as `opa build -t wasm` writes it; told apart by how they begin.
 * Throws POLICY_UNUSABLE for anything else, and for a bundle without a module.
 */
export async function readPolicyFile(bytes: Uint8Array, name: string): Promise<PolicyFile> {
  if (beginsWith(bytes, [0x00, 0x61, 0x73, 0x6d])) return { wasm: bytes };
  if (!beginsWith(bytes, [0x1f, 0x8b]))
    throw new ActionError('POLICY_UNUSABLE', `${name} is neither a compiled policy nor a bundle of OPA.`);
  const files = await unpack(bytes, name);
  const wasm = files.get('policy.wasm');
  if (!wasm) throw new ActionError('POLICY_UNUSABLE', `${name} is a bundle without policy.wasm.`);
  const data = files.get('data.json');
  return data ? { wasm, data: readData(data, name) } : { wasm };
}

function beginsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** What it takes to unpack is loaded when there is something to unpack. */
async function unpack(bytes: Uint8Array, name: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const [{ gunzipSync }, { parseTar }] = await Promise.all([import('node:zlib'), import('nanotar')]);
  try {
    // A copy of its own: the reader of archives takes the whole buffer below a view.
    const archive = Uint8Array.from(gunzipSync(bytes, { maxOutputLength: MAX_BUNDLE }));
    const files = parseTar(archive).flatMap(({ name: path, data }) => (data ? [[plainPath(path), data] as const] : []));
    return new Map(files);
  } catch (cause) {
    throw new ActionError('POLICY_UNUSABLE', `${name} cannot be unpacked: ${sentence(cause)}`, { cause });
  }
}

function plainPath(path: string): string {
  return path.replace(/^(\.?\/)+/, '');
}

function readData(bytes: Uint8Array, name: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new ActionError('POLICY_UNUSABLE', `data.json in ${name} cannot be read: ${sentence(cause)}`, { cause });
  }
}

function sentence(cause: unknown): string {
  return `${(cause instanceof Error ? cause.message : String(cause)).replace(/[.\s]+$/, '')}.`;
}
