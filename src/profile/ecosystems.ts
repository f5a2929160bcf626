import type { EcosystemName } from '../domain/profile.ts';
import type { Ecosystem } from './ecosystem.ts';
import { cpp } from './ecosystems/cpp.ts';
import { deno } from './ecosystems/deno.ts';
import { dotnet } from './ecosystems/dotnet.ts';
import { elixir } from './ecosystems/elixir.ts';
import { go } from './ecosystems/go.ts';
import { helm } from './ecosystems/helm.ts';
import { java } from './ecosystems/java.ts';
import { kustomize } from './ecosystems/kustomize.ts';
import { node } from './ecosystems/node.ts';
import { php } from './ecosystems/php.ts';
import { protobuf } from './ecosystems/protobuf.ts';
import { python } from './ecosystems/python.ts';
import { ruby } from './ecosystems/ruby.ts';
import { rust } from './ecosystems/rust.ts';
import { scala } from './ecosystems/scala.ts';
import { shell } from './ecosystems/shell.ts';
import { swift } from './ecosystems/swift.ts';
import { terraform } from './ecosystems/terraform.ts';
import { marksIn } from './marks.ts';

/** An ecosystem that is asked only where a repository shows a mark of it. */
export interface KnownEcosystem {
  readonly name: EcosystemName;
  /** Names of files, or `*.ext`. Where the repository has none of them, `detect` finds neither a unit nor anything to warn of. */
  readonly marks: readonly string[];
  readonly ecosystem: Ecosystem;
}

/** Every language and tool that is known. Adding one is one file and one line here, and a guide for the documentation, without which it does not compile. */
export const ECOSYSTEM_LIST = [
  {
    name: 'cpp',
    marks: ['CMakeLists.txt', 'meson.build', 'configure.ac', 'configure.in', '*.c', '*.cc', '*.cpp', '*.cxx'],
    ecosystem: cpp,
  },
  {
    name: 'deno',
    marks: ['deno.json', 'deno.jsonc'],
    ecosystem: deno,
  },
  {
    name: 'dotnet',
    marks: ['*.sln', '*.slnx', '*.slnf', '*.csproj', '*.fsproj', '*.vbproj'],
    ecosystem: dotnet,
  },
  { name: 'elixir', marks: ['mix.exs'], ecosystem: elixir },
  { name: 'go', marks: ['go.mod', 'go.work', '*.go'], ecosystem: go },
  { name: 'helm', marks: ['Chart.yaml'], ecosystem: helm },
  {
    name: 'java',
    marks: ['pom.xml', '*.gradle', '*.kts'],
    ecosystem: java,
  },
  {
    name: 'kustomize',
    marks: ['kustomization.yaml', 'kustomization.yml', 'Kustomization'],
    ecosystem: kustomize,
  },
  {
    name: 'node',
    marks: ['package.json', 'pnpm-workspace.yaml'],
    ecosystem: node,
  },
  { name: 'php', marks: ['composer.json'], ecosystem: php },
  {
    name: 'protobuf',
    marks: ['buf.yaml', 'buf.yml', 'buf.work.yaml', 'buf.work.yml'],
    ecosystem: protobuf,
  },
  {
    name: 'python',
    marks: ['pyproject.toml', 'setup.cfg', 'Pipfile', '*.py'],
    ecosystem: python,
  },
  {
    name: 'ruby',
    marks: ['Gemfile', 'gems.rb'],
    ecosystem: ruby,
  },
  { name: 'rust', marks: ['Cargo.toml'], ecosystem: rust },
  {
    name: 'scala',
    marks: ['*.sbt', 'build.properties', 'build.mill', 'build.sc'],
    ecosystem: scala,
  },
  {
    name: 'swift',
    marks: ['Package.swift', '*.pbxproj'],
    ecosystem: swift,
  },
  {
    name: 'shell',
    marks: ['*.sh', '*.bash', '*.bats', '.shellcheckrc'],
    ecosystem: shell,
  },
  {
    name: 'terraform',
    marks: ['*.tf', '*.tofu'],
    ecosystem: terraform,
  },
] as const satisfies readonly KnownEcosystem[];

/** The name of one of them. */
export type ListedName = (typeof ECOSYSTEM_LIST)[number]['name'];

/** The ecosystems of which these paths show a mark, in the order of the list. */
export function ecosystemsIn(paths: readonly string[]): readonly Ecosystem[] {
  const known: readonly KnownEcosystem[] = ECOSYSTEM_LIST;
  const hasMark = marksIn(paths);
  return known.filter(({ marks }) => hasMark(marks)).map(({ ecosystem }) => ecosystem);
}
