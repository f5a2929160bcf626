import picomatch from 'picomatch';
import type { LintCommand } from '../../../domain/profile.ts';
import type { CiStep } from '../../ci/steps.ts';
import { joinPath } from '../../paths.ts';
import { shellWord } from '../../shell-word.ts';
import type { Snapshot } from '../../snapshot.ts';

/** A script of the repository that checks charts. */
export interface ChartScript {
  readonly command: LintCommand;
  readonly isMeant: (directory: string) => boolean;
}

const NAMED = /^\s*((?:\.\/)?[\w./-]{0,200}(?:lint|check|verify|validate)[\w-]{0,60}\.sh)\s*$/;

/** Steps that bring nothing that a script could need. */
const NOTHING_BROUGHT = /^(?:actions\/checkout|step-security\/harden-runner)$/;

/** Scripts named for a check that a workflow runs with nothing but the checkout, and that name the Chart.yaml of charts. */
export function readChartScripts(snapshot: Snapshot, steps: readonly CiStep[]): ChartScript[] {
  const brought = new Set(steps.filter(({ uses }) => uses !== null && !NOTHING_BROUGHT.test(uses)).map(jobOf));
  return steps.flatMap((step): ChartScript[] => {
    const script = joinPath(step.directory ?? '.', NAMED.exec(step.run ?? '')?.[1] ?? '') ?? '';
    const text = snapshot.modeOf(script) === 'executable' ? (snapshot.text(script) ?? '') : '';
    const globs = [...text.matchAll(/(?:^|[\s"'])([\w.*/-]{1,200}\/Chart\.yaml)(?=["'\s;]|$)/gm)].map(
      ([, glob = '']) => glob,
    );
    if (globs.length === 0 || step.directory !== '.' || brought.has(jobOf(step))) return [];
    const names = picomatch(globs.slice(0, MOST).filter((glob) => (glob.match(/\*/g)?.length ?? 0) <= 2));
    const because = [snapshot.evidence(step.file, step.line), snapshot.evidence(script, 1)];
    const run = `./${shellWord(script)}`;
    return [
      { command: { check: 'lint', run, directory: '.', because }, isMeant: (folder) => names(`${folder}/Chart.yaml`) },
    ];
  });
}

const MOST = 20;

function jobOf({ file, job }: CiStep): string {
  return `${file}\0${job}`;
}
