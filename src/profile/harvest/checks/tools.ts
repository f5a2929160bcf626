import type { EcosystemName } from '../../../domain/profile.ts';
import { FILES as GOLANGCI, LINTS_ALL } from '../../ecosystems/go/linter.ts';

/** A tool that checks, and that is there when the unit's own set-up is done, or that an action of its makers brings. */
export interface Tool {
  /** As it is typed: whatever else a command says, with these words it is this tool. */
  readonly name: string;
  readonly ecosystem: EcosystemName;
  readonly check: string;
  /** Of a whole command: that it checks all of the unit, and changes nothing. */
  readonly accepts: RegExp;
  /** Files, here or above, with which the ecosystem has decided already whether it can be run. */
  readonly settings?: readonly string[];
  /** Whether it checks only what can be built, in a language where each unit is. */
  readonly compiles?: true;
  /** The command of another tool that it runs by itself. */
  readonly contains?: string;
  /** As it is run, where what else is said makes no difference. */
  readonly run?: string;
}

/** A package, a target or a folder of its own is a part of the unit, and what a toolchain of its own needs is not there. */
const PART = String.raw`(?!.*\s(?:-p|--package|--manifest-path|--target|--bin|--example|--open)\b)`;

export const TOOLS: readonly Tool[] = [
  cargo('fmt', 'format', '.*--check'),
  cargo('clippy', 'lint', ''),
  cargo('doc', 'lint', ''),
  // Told more, or less, it needs a step of its own.
  cargo('deny', 'audit', ' check$'),
  // A live database, with its migrations: known, by a name that no job is made for.
  cargo('sqlx prepare', 'queries', '.*--check'),
  { name: 'go vet', ecosystem: 'go', check: 'lint', accepts: /^go vet \.\/\.\.\.$/, compiles: true },
  { name: 'gofmt', ecosystem: 'go', check: 'format', accepts: /^gofmt -d \.$/ },
  { name: 'go mod verify', ecosystem: 'go', check: 'lint', accepts: /^go mod verify$/ },
  { name: 'go mod tidy', ecosystem: 'go', check: 'lint', accepts: /^go mod tidy -diff$/ },
  {
    name: 'golangci-lint',
    ecosystem: 'go',
    check: 'lint',
    accepts: LINTS_ALL,
    settings: GOLANGCI,
    compiles: true,
    // `govet` is one of the linters that run where nothing else is said. (golangci-lint, "Linters")
    contains: 'go vet ./...',
    run: 'golangci-lint run',
  },
  // No action that is at hand brings it: known, by a name that no job is made for.
  { name: 'trivy config', ecosystem: 'terraform', check: 'misconfiguration', accepts: /^trivy config\b.* \.$/ },
  { name: 'terraform fmt', ecosystem: 'terraform', check: 'format', accepts: /^terraform fmt\b.*-check\b/ },
  { name: 'terraform validate', ecosystem: 'terraform', check: 'lint', accepts: /^terraform validate\b/ },
  { name: 'dotnet format', ecosystem: 'dotnet', check: 'format', accepts: /^dotnet format\b.*--verify-no-changes\b/ },
];

function cargo(command: string, check: string, rest: string): Tool {
  return {
    name: `cargo ${command}`,
    ecosystem: 'rust',
    check,
    accepts: new RegExp(`^cargo ${command}\\b${PART}${rest}`),
  };
}

/** The tools that a text calls, whatever stands between the words of a recipe: `{{ _cargo }} fmt` is `cargo fmt`. */
export function toolsIn(text: string): Tool[] {
  const plain = text.replace(/[{}$()@"'_]/g, ' ').replace(/\s+/g, ' ');
  return NAMED.flatMap(({ tool, name }) => (name.test(plain) ? [tool] : []));
}

const NAMED = TOOLS.map((tool) => ({ tool, name: new RegExp(`(?:^|[\\s/;&|])${tool.name}(?![\\w-])`) }));
