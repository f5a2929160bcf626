import * as sdk from '@open-policy-agent/opa-wasm';
import { parseDocument, stringify } from 'yaml';
import { ActionError } from '../domain/errors.ts';
import type { Policy, PolicyFinding } from '../domain/policy.ts';
import { findingsIn } from './policy-answer.ts';

/** The SDK's own are made for another release of the library, and end the policy where a text is no YAML. */
const YAML_BUILT_INS = {
  'yaml.is_valid': (text: unknown) => typeof text === 'string' && parseDocument(text, QUIET).errors.length === 0,
  'yaml.marshal': (value: unknown) => stringify(value),
  // Undefined for what is no YAML, as in OPA.
  'yaml.unmarshal': (text: unknown) => {
    const document = typeof text === 'string' ? parseDocument(text, QUIET) : null;
    return document === null || document.errors.length > 0 ? undefined : document.toJS();
  },
};
const QUIET = { prettyErrors: false, logLevel: 'silent' } as const;

/** Built-ins that are there beside those that are compiled in; a policy that needs another one would end in the middle. */
const SUPPLIED = new Set(['json.is_valid', 'regex.split', 'sprintf', ...Object.keys(YAML_BUILT_INS)]);

/** Pages of 64 kB that a policy begins with, and that it may grow to: 256 MB. (measured: 133 MB for an input of 1.6 MB) */
const MEMORY = { initial: 5, maximum: 4096 };

/** Its types name what only its default export has. The other way to load asks for `Response`, which costs 15 ms in Node. */
const { loadPolicySync } = (sdk as unknown as { readonly default: Pick<typeof sdk, 'loadPolicySync'> }).default;

/** The parts of the SDK's object that its types leave out. */
interface Inside {
  readonly wasmInstance: {
    readonly exports: Readonly<Record<'builtins' | 'opa_json_dump', (address?: number) => number>>;
  };
  readonly mem: { readonly buffer: ArrayBuffer };
  /** Of the ABI; undefined where the module names none. */
  readonly minorVersion?: number;
}

/**
 * A policy compiled by `opa build -t wasm`, with the data of its bundle. What it needs is checked before anything of it runs.
 * Throws POLICY_UNUSABLE for what is no such module, of another ABI, or in need of a built-in that is not there.
 */
export async function loadPolicy(wasm: Uint8Array, name: string, data?: unknown): Promise<Policy> {
  const loaded = instantiate(wasm, name);
  check(loaded, name);
  if (data !== undefined) giveData(loaded, data, name);
  return { evaluate: (input) => evaluate(loaded, input, name) };
}

function instantiate(wasm: Uint8Array, name: string): sdk.LoadedPolicy {
  try {
    return loadPolicySync(new Uint8Array(wasm).buffer, { ...MEMORY }, YAML_BUILT_INS);
  } catch (thrown) {
    throw failure('POLICY_UNUSABLE', name, thrown);
  }
}

function check(loaded: sdk.LoadedPolicy, name: string): void {
  const inside = loaded as unknown as Inside;
  // ABI 1.2 brought the call that resets the heap for each evaluation.
  if (!((inside.minorVersion ?? 0) >= 2))
    throw new ActionError('POLICY_UNUSABLE', `${name} is no policy of OPA with ABI 1.2 or newer.`);
  const missing = builtinsOf(inside).filter((builtin) => !SUPPLIED.has(builtin));
  if (missing.length > 0)
    throw new ActionError(
      'POLICY_UNUSABLE',
      `${name} needs built-ins that WebAssembly does not have: ${missing.join(', ')}.`,
    );
}

function giveData(loaded: sdk.LoadedPolicy, data: unknown, name: string): void {
  try {
    loaded.setData(new TextEncoder().encode(JSON.stringify(data)).buffer);
  } catch (thrown) {
    throw failure('POLICY_UNUSABLE', name, thrown);
  }
}

function builtinsOf({ wasmInstance, mem }: Inside): string[] {
  const start = wasmInstance.exports.opa_json_dump(wasmInstance.exports.builtins());
  const bytes = new Uint8Array(mem.buffer);
  const names: unknown = JSON.parse(Buffer.from(bytes.subarray(start, bytes.indexOf(0, start))).toString('utf8'));
  return typeof names === 'object' && names !== null ? Object.keys(names) : [];
}

/** What all entrypoints report: one that nobody asked would be one that nobody judges by. */
function evaluate(loaded: sdk.LoadedPolicy, input: unknown, name: string): readonly PolicyFinding[] {
  const raw = Object.keys(loaded.entrypoints).map((entrypoint): unknown => ask(loaded, input, { entrypoint, name }));
  return raw.flatMap((answer) => {
    const findings = findingsIn(answer);
    if (findings === null)
      throw new ActionError('POLICY_UNUSABLE', `${name} gave something else than a list of findings.`);
    return findings;
  });
}

function ask(loaded: sdk.LoadedPolicy, input: unknown, at: { readonly entrypoint: string; readonly name: string }) {
  try {
    return loaded.evaluate(input, at.entrypoint);
  } catch (thrown) {
    throw failure('ENGINE_FAILED', at.name, thrown);
  }
}

/** The SDK throws texts and plain objects; WebAssembly throws errors. */
function failure(code: 'POLICY_UNUSABLE' | 'ENGINE_FAILED', name: string, thrown: unknown): ActionError {
  const message =
    typeof thrown === 'object' && thrown !== null && 'message' in thrown ? String(thrown.message) : String(thrown);
  return new ActionError(code, `${name} could not be run: ${message}.`, { cause: thrown });
}
