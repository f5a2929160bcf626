import type { Step } from './planned.ts';

/** A tool that a step sets up. */
export interface Demand {
  readonly tool: Tool;
  /** As it is asked for: `1.80`, `>=3.10`; empty where any will do. */
  readonly version: string;
}

export type Tool =
  | 'bun'
  | 'deno'
  | 'dotnet'
  | 'elixir'
  | 'go'
  | 'helm'
  | 'java'
  | 'node'
  | 'php'
  | 'pnpm'
  | 'python'
  | 'ruby'
  | 'rust'
  | 'sbt'
  | 'swift'
  | 'terraform'
  | 'tofu'
  | 'uv';

interface Setup {
  readonly tool: Tool;
  readonly version?: string;
  readonly file?: string;
  /** The file that is read where none is named. */
  readonly otherwise?: string;
}

const SETUPS: Readonly<Record<string, Setup>> = {
  'actions-rust-lang/setup-rust-toolchain': { tool: 'rust', version: 'toolchain' },
  'actions/setup-dotnet': { tool: 'dotnet', version: 'dotnet-version' },
  'actions/setup-go': { tool: 'go', version: 'go-version', file: 'go-version-file' },
  'actions/setup-java': { tool: 'java', version: 'java-version' },
  'actions/setup-node': { tool: 'node', version: 'node-version', file: 'node-version-file' },
  'actions/setup-python': { tool: 'python', version: 'python-version', file: 'python-version-file' },
  'astral-sh/setup-uv': { tool: 'uv' },
  'azure/setup-helm': { tool: 'helm', version: 'version' },
  'denoland/setup-deno': { tool: 'deno' },
  'dtolnay/rust-toolchain': { tool: 'rust', version: 'toolchain' },
  'erlef/setup-beam': { tool: 'elixir' },
  'hashicorp/setup-terraform': { tool: 'terraform', version: 'terraform_version' },
  'opentofu/setup-opentofu': { tool: 'tofu' },
  'oven-sh/setup-bun': { tool: 'bun', version: 'bun-version' },
  'pnpm/action-setup': { tool: 'pnpm', version: 'version', file: 'package_json_file', otherwise: 'package.json' },
  'ruby/setup-ruby': { tool: 'ruby' },
  'sbt/setup-sbt': { tool: 'sbt' },
  'shivammathur/setup-php': { tool: 'php' },
  'swift-actions/setup-swift': { tool: 'swift' },
};

/** Actions that check nothing themselves: what stands in for them may do nothing. */
const IDLE = [
  'actions/cache',
  'actions/checkout',
  'actions/upload-artifact',
  'gradle/actions/setup-gradle',
  'Swatinem/rust-cache',
];

/** What the steps set up. @param read gives the text of a file of the repository, or undefined */
export function demandsOf(steps: readonly Step[], read: (path: string) => string | undefined): readonly Demand[] {
  return steps.flatMap(({ uses, with: inputs = {} }) => {
    const setup = SETUPS[nameOf(uses)];
    if (setup === undefined) return [];
    const written = setup.version === undefined ? undefined : inputs[setup.version];
    const file = (setup.file === undefined ? undefined : inputs[setup.file]) ?? setup.otherwise;
    const version =
      written ?? (file === undefined ? '' : versionIn(setup.tool, String(file), read(String(file)) ?? ''));
    return [{ tool: setup.tool, version: String(version) }];
  });
}

/** The action of a step that does the job's work itself, so that a stand-in would only pretend; undefined where there is none. */
export function workingAction(steps: readonly Step[]): string | undefined {
  return steps
    .map(({ uses }) => nameOf(uses))
    .find((name) => name !== '' && !IDLE.includes(name) && !(name in SETUPS) && !name.startsWith('./'));
}

function nameOf(uses = ''): string {
  return uses.replace(/@.*/, '');
}

const MISE = /(^|\/)\.?mise\.toml$/;

const PATTERNS: readonly (readonly [Tool, RegExp, RegExp])[] = [
  ['go', /(^|\/)go\.(mod|work)$/, /^go\s+(\S+)/m],
  ['python', /(^|\/)pyproject\.toml$/, /^(?:requires-python|python)\s*=\s*["']([^"']+)["']/m],
  ['node', /(^|\/)package\.json$/, /"engines"\s*:\s*\{[^}]*"node"\s*:\s*"([^"]+)"/],
  ['node', MISE, /^node\s*=\s*["']([^"']+)["']/m],
  ['go', MISE, /^go\s*=\s*["']([^"']+)["']/m],
  ['python', MISE, /^python\s*=\s*["']([^"']+)["']/m],
  ['pnpm', /(^|\/)package\.json$/, /"packageManager"\s*:\s*"pnpm@([\d.]+)/],
];

function versionIn(tool: Tool, path: string, text: string): string {
  const pattern = PATTERNS.find(([of, name]) => of === tool && name.test(path))?.[2] ?? /^\s*v?(\S+)/;
  return pattern.exec(text)?.[1] ?? '';
}
