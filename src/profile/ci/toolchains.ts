import type { Manifest } from '../formats/manifest.ts';
import { withEnv } from './matrix.ts';
import type { PipelineStep } from './step.ts';

/** dtolnay/rust-toolchain, and forks of it: its output `name` is what `cargo +…` takes. (dtolnay/rust-toolchain, "Outputs") */
const ACTION = /(?:^|\/)rust-toolchain$/;

interface Step extends PipelineStep {
  readonly id: string | null;
  readonly run: string | null;
}

/** Another toolchain than the job's usual one, as it is written. */
const CHOSEN = /\bcargo \+(\$\{\{[^{}]{0,100}\}\}|[\w.-]{1,80})(?= )/g;

/**
 * The steps of one job, in which `cargo +…` by the toolchain that a step of the job itself brings is `cargo` alone: that is the one which
 * runs there anyhow. A nightly one is named, by its own name: what is checked by it may be red by another.
 */
export function withOwnToolchains<T extends Step>(workflow: Manifest, job: string, steps: readonly T[]): T[] {
  const brought = new Map<string, string>();
  steps.forEach((step, index) => {
    if (!ACTION.test(step.uses ?? '')) return;
    const written = step.inputs.get('toolchain') ?? '';
    const ref = workflow.text(['jobs', job, 'steps', index, 'uses'])?.split('@')[1] ?? '';
    const name = withEnv(written === '' ? ref : written, step.environment).trim();
    for (const spelled of [written, name, `\${{steps.${step.id}.outputs.name}}`]) brought.set(bare(spelled), name);
  });
  return brought.size === 0 ? [...steps] : steps.map((step) => withPlainCalls(step, brought));
}

function withPlainCalls<T extends Step>(step: T, brought: ReadonlyMap<string, string>): T {
  const put = (text: string) =>
    text.replace(CHOSEN, (whole, written: string) => {
      const name = brought.get(bare(withEnv(written, step.environment)));
      if (name === undefined) return whole;
      return /^nightly|\$\{\{/.test(name) ? `cargo +${name}` : 'cargo';
    });
  const { run } = step;
  if (run?.includes('cargo +') !== true) return step;
  return { ...step, run: put(run), script: step.script.map(({ text, number }) => ({ text: put(text), number })) };
}

/** Spaces make no difference in an expression. */
function bare(text: string): string {
  return text.replace(/\s/g, '');
}
