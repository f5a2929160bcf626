import type { Check } from '../../domain/check.ts';
import type { Unit } from '../../domain/profile.ts';

/** How the sources of a language end whose formatter reads nothing else: linters and compilers read what is installed, and those of Node pages. */
const ENDINGS: Partial<Record<Unit['ecosystem'], RegExp>> = {
  go: /\.go$/,
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

/** Whether a path is a source that a formatter is about; null for any other check, and where nobody knows how its sources end. */
export function sourcesFor({ ecosystem }: Unit, check: Check | null): ((path: string) => boolean) | null {
  const ending = check === 'format' ? ENDINGS[ecosystem] : undefined;
  return ending === undefined ? null : (path) => ending.test(path);
}
