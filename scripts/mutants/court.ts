import { join } from 'node:path';
import { compilePolicies, readRules } from '../policies.ts';
import { copySources, hasBytes } from './copy.ts';
import { summonJury } from './jury.ts';
import { isWhole, type Mutant, nameOf, type Tried } from './mutant.ts';

/** One copy of the sources with the tests that judge it. */
export interface Court extends AsyncDisposable {
  /** The test that fails without any mutant; null where all pass. */
  examine(): Promise<string | null>;
  /** Makes the copy wrong, runs the tests, and makes it right again. Rejects for a whole policy that is no Rego any more. */
  try(mutant: Mutant): Promise<Tried>;
}

const MADE = { wasm: 'policies/policy.wasm', rules: 'policies/rules.json' } as const;

export async function openCourt({ root, opa }: { readonly root: string; readonly opa: string }): Promise<Court> {
  const copy = copySources(root);
  const jury = await summonJury(copy.root);
  return {
    examine: () => jury.try([]),
    try: async (mutant) => {
      using _wrong = copy.change(mutant.changes);
      const paths = Object.keys(mutant.changes);
      const built = paths.some((path) => path.startsWith('policies/'))
        ? await build(opa, join(copy.root, 'policies'))
        : {};
      if (built === null && isWhole(mutant))
        throw new Error(`${nameOf(mutant)}: that is no Rego; a policy names all its variables with \`some\`.`);
      if (built === null) return { mutant, fate: 'senseless', by: '' };
      const wasm = built[MADE.wasm];
      if (wasm && hasBytes(copy, MADE.wasm, wasm))
        return { mutant, fate: isWhole(mutant) ? 'survived' : 'same', by: '' };
      using _made = copy.change(built);
      const by = await jury.try(paths);
      return { mutant, fate: by === null ? 'survived' : 'killed', by: by ?? '' };
    },
    [Symbol.asyncDispose]: () => jury[Symbol.asyncDispose](),
  };
}

/** What the sources make, as `build-policies.ts` makes it; null where OPA refuses them. */
async function build(opa: string, directory: string): Promise<Readonly<Record<string, Buffer>> | null> {
  try {
    const [wasm, rules] = await Promise.all([
      compilePolicies({ opa, directory, entrypoints: ['agent/main/report'], optimize: true }),
      readRules(opa, directory),
    ]);
    return { [MADE.wasm]: wasm, [MADE.rules]: Buffer.from(`${JSON.stringify(rules, null, 2)}\n`) };
  } catch (thrown) {
    // A program that ended by itself has a number; one that was ended, or could not be started, has shown nothing.
    if (thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'number') return null;
    throw thrown;
  }
}
