import type { EcosystemName } from '../domain/profile.ts';
import type { Ecosystem } from './ecosystem.ts';
import { baseName } from './paths.ts';

/** An ecosystem that is loaded, with the parsers that it brings, only where a repository shows a mark of it. */
export interface KnownEcosystem {
  readonly name: EcosystemName;
  /** Names of files, or `*.ext`. Where the repository has none of them, `detect` finds neither a unit nor anything to warn of. */
  readonly marks: readonly string[];
  load(): Promise<Ecosystem>;
}

/** Every language and tool that is known. Adding one is one file and one line here, and a guide for the documentation, without which it does not compile. */
export const ECOSYSTEM_LIST = [
  {
    name: 'cpp',
    marks: ['CMakeLists.txt', 'meson.build', 'configure.ac', 'configure.in', '*.c', '*.cc', '*.cpp', '*.cxx'],
    load: async () => (await import('./ecosystems/cpp.ts')).cpp,
  },
  {
    name: 'deno',
    marks: ['deno.json', 'deno.jsonc'],
    load: async () => (await import('./ecosystems/deno.ts')).deno,
  },
  {
    name: 'dotnet',
    marks: ['*.sln', '*.slnx', '*.slnf', '*.csproj', '*.fsproj', '*.vbproj'],
    load: async () => (await import('./ecosystems/dotnet.ts')).dotnet,
  },
  { name: 'elixir', marks: ['mix.exs'], load: async () => (await import('./ecosystems/elixir.ts')).elixir },
  { name: 'go', marks: ['go.mod', 'go.work', '*.go'], load: async () => (await import('./ecosystems/go.ts')).go },
  { name: 'helm', marks: ['Chart.yaml'], load: async () => (await import('./ecosystems/helm.ts')).helm },
  {
    name: 'java',
    marks: ['pom.xml', '*.gradle', '*.kts'],
    load: async () => (await import('./ecosystems/java.ts')).java,
  },
  {
    name: 'kustomize',
    marks: ['kustomization.yaml', 'kustomization.yml', 'Kustomization'],
    load: async () => (await import('./ecosystems/kustomize.ts')).kustomize,
  },
  {
    name: 'node',
    marks: ['package.json', 'pnpm-workspace.yaml'],
    load: async () => (await import('./ecosystems/node.ts')).node,
  },
  { name: 'php', marks: ['composer.json'], load: async () => (await import('./ecosystems/php.ts')).php },
  {
    name: 'protobuf',
    marks: ['buf.yaml', 'buf.yml', 'buf.work.yaml', 'buf.work.yml'],
    load: async () => (await import('./ecosystems/protobuf.ts')).protobuf,
  },
  {
    name: 'python',
    marks: ['pyproject.toml', 'setup.cfg', 'Pipfile', '*.py'],
    load: async () => (await import('./ecosystems/python.ts')).python,
  },
  {
    name: 'ruby',
    marks: ['Gemfile', 'gems.rb'],
    load: async () => (await import('./ecosystems/ruby.ts')).ruby,
  },
  { name: 'rust', marks: ['Cargo.toml'], load: async () => (await import('./ecosystems/rust.ts')).rust },
  {
    name: 'scala',
    marks: ['*.sbt', 'build.properties', 'build.mill', 'build.sc'],
    load: async () => (await import('./ecosystems/scala.ts')).scala,
  },
  {
    name: 'swift',
    marks: ['Package.swift', '*.pbxproj'],
    load: async () => (await import('./ecosystems/swift.ts')).swift,
  },
  {
    name: 'shell',
    marks: ['*.sh', '*.bash', '*.bats', '.shellcheckrc'],
    load: async () => (await import('./ecosystems/shell.ts')).shell,
  },
  {
    name: 'terraform',
    marks: ['*.tf', '*.tofu'],
    load: async () => (await import('./ecosystems/terraform.ts')).terraform,
  },
] as const satisfies readonly KnownEcosystem[];

/** The name of one of them. */
export type ListedName = (typeof ECOSYSTEM_LIST)[number]['name'];

/** The ecosystems of which these paths show a mark, in the order of the list. */
export async function loadEcosystems(paths: readonly string[]): Promise<readonly Ecosystem[]> {
  const names = new Set(paths.map(baseName));
  const endings = new Set([...names].map((name) => `*${name.slice(name.lastIndexOf('.'))}`));
  const known: readonly KnownEcosystem[] = ECOSYSTEM_LIST;
  const shown = known.filter(({ marks }) => marks.some((mark) => names.has(mark) || endings.has(mark)));
  return Promise.all(shown.map((ecosystem) => ecosystem.load()));
}
