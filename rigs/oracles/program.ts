import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What somebody else's program says of a file. */
export interface OracleFinding {
  /** As the program calls it: `unpinned-uses`, `expression`. */
  readonly rule: string;
  /** As it was given; absolute for actionlint. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
  /** Paths of what it points at in the document, where the program gives them: `['jobs', 'a', 'steps', 0]`. */
  readonly places: readonly (readonly (string | number)[])[];
}

const TOOLS = fileURLToPath(new URL('../../.tools/bin/', import.meta.url));

/** Runs a pinned tool and gives what it printed. Throws where it is missing, or could not do its work: it exits otherwise than `codes` say. */
export function runTool(name: string, args: readonly string[], codes: readonly number[]): string {
  const { status, stdout, stderr, error } = spawnSync(`${TOOLS}${name}`, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error) throw new Error(`${name} cannot be run (make tools): ${error.message}`, { cause: error });
  if (status === null || !codes.includes(status)) throw new Error(`${name} failed with ${status}: ${stderr.trim()}`);
  return stdout;
}

/** Where a tool that another one calls is. */
export function toolFile(name: string): string {
  return `${TOOLS}${name}`;
}

/** One line for a message: `a.yml:3 unpinned-uses: action is not pinned`. */
export function lineOf({ file, line, rule, message }: OracleFinding): string {
  return `${file}:${line} ${rule}: ${message}`;
}
