/** What people type to install a project's dependencies who only know its manager; `run` is what we would, taken where nothing is known. */
export function plainInstall(manager: string | null, run: string): readonly string[] {
  const plain = INSTALL[manager ?? ''];
  return plain ?? [run];
}

const INSTALL: Readonly<Record<string, readonly string[]>> = {
  bun: ['bun install'],
  cargo: [],
  go: [],
  npm: ['npm install'],
  pdm: ['pdm install'],
  pnpm: ['pnpm install'],
  poetry: ['poetry install'],
  uv: ['uv sync'],
  yarn: ['yarn install'],
};

/** A command without what we add to it: variables before it, and the options of cargo and Maven that only make a run stricter or quieter. */
export function plainCommand(run: string): string {
  const bare = run.replace(/^(?:[A-Z_][A-Z0-9_]*=\S+ )+/, '');
  if (bare.includes('\n')) return run;
  if (/^cargo (build|test|clippy) /.test(bare)) return bare.split(' ').slice(0, 2).join(' ');
  return /^(\.\/mvnw|mvn) /.test(bare) ? bare.replace(' -B -ntp', '') : bare;
}

const RUNNERS = /^(?:(?:poetry|pdm|uv|bun|pnpm|yarn|npm|hatch) run|uvx|npx|bunx|pnpm exec|yarn exec|python3? -m) /;

/** The words by which a command is known again in somebody else's script: `go test`, `pytest`, `run build`. Empty where it has several lines. */
export function essenceOf(run: string): string {
  const bare = run.replace(/^(?:[A-Z_][A-Z0-9_]*=\S+ )+/, '');
  if (bare.includes('\n')) return '';
  if (/^(npm|pnpm|yarn|bun) run /.test(bare)) return bare.split(' ').slice(0, 3).join(' ');
  const words = bare.replace(RUNNERS, '').split(' ');
  return TWO_WORDS.includes(words[0] ?? '') ? words.slice(0, 2).join(' ') : (words[0] ?? '');
}

/** Programs that say what they do in their second word. */
const TWO_WORDS = [
  'cargo',
  'go',
  'helm',
  'terraform',
  'dotnet',
  'npm',
  'pnpm',
  'yarn',
  'bun',
  'just',
  'make',
  'kubectl',
  'pdm',
  'ruff',
  'uv',
  'poetry',
  'biome',
  'composer',
  'hatch',
  'swift',
  'mix',
];
