import type { Check } from '../../domain/check.ts';
import type { Unit } from '../../domain/profile.ts';

/** Checks that look at the text of sources, and at nothing that a program reads while it runs. */
const OF_TEXT: ReadonlySet<Check> = new Set(['lint', 'format', 'typecheck']);

/** How the sources of a language end. */
const ENDINGS: Partial<Record<Unit['ecosystem'], RegExp>> = {
  go: /\.go$/,
  node: /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/,
  python: /\.pyi?$/,
  php: /\.php$/,
  ruby: /\.(?:rb|rake)$/,
  rust: /\.rs$/,
  java: /\.(?:java|groovy)$/,
  kotlin: /\.(?:kts?|java)$/,
  scala: /\.(?:scala|sbt)$/,
  dotnet: /\.(?:cs|fs|vb)$/,
  elixir: /\.exs?$/,
  swift: /\.swift$/,
};

/** Whether a path is a source that such a check is about; null where the check may read anything, or nobody knows how its sources end. */
export function sourcesFor({ ecosystem }: Unit, check: Check | null): ((path: string) => boolean) | null {
  const ending = check !== null && OF_TEXT.has(check) ? ENDINGS[ecosystem] : undefined;
  return ending === undefined ? null : (path) => ending.test(path);
}
