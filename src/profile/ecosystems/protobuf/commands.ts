import type { Evidence } from '../../../domain/evidence.ts';
import type { Commands, LintCommand } from '../../../domain/profile.ts';
import { type AutomationLine, firstCall } from '../../ci/automation.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { BufModule } from './module.ts';

/** Where the repository itself checks with Buf. */
export interface BufCalls {
  readonly lint: Evidence | null;
  readonly format: Evidence | null;
}

export function readBufCalls(snapshot: Snapshot, automation: readonly AutomationLine[]): BufCalls {
  const first = (pattern: RegExp) => firstCall(snapshot, automation, pattern)?.because ?? null;
  return {
    lint: first(/\bbuf["']?\s{1,4}lint\b|\buses:\s{0,4}["']?bufbuild\/buf-(?:lint-)?action@/),
    format: first(/\bbuf["']?\s{1,4}format\s[^#|;&]{0,100}(?:-d\b|--diff\b|--exit-code\b)/),
  };
}

/** Linting where it is configured or called, the format where it is called; nothing is compared with what was released. (buf.build/docs, "buf lint", "buf format", "buf build") */
export function commandsOf({ directory, manifest, settings }: BufModule, calls: BufCalls): Commands {
  const base = manifest.evidence([]);
  const lint = settings.find((one) => one.at(['lint']) !== undefined)?.evidence(['lint']) ?? calls.lint;
  const check = (name: string, run: string, because: Evidence | null): LintCommand[] => {
    return because ? [{ check: name, run, directory, because: [because, base] }] : [];
  };
  return {
    install: [],
    lint: [...check('lint', 'buf lint', lint), ...check('format', 'buf format --diff --exit-code', calls.format)],
    test: [],
    build: [{ run: 'buf build', directory, because: [base] }],
  };
}
