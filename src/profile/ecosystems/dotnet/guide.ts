import type { Guide } from '../../guide.ts';
import { SDK_VERSIONS } from './version.ts';

/** For the documentation. */
export const guide: Guide = {
  title: '.NET',
  unit: 'A solution of each folder (the one that pipelines start, else a filter, else the newer format), and each project that is in none, unless it refers to what is not there, or pipelines build a solution around it and nothing names it.',
  managers: { nuget: ['packages.lock.json'] },
  choice: [],
  versions: [
    {
      tool: 'dotnet',
      sources: SDK_VERSIONS,
      note: 'Each further framework that a project is built for is set up too.',
    },
  ],
  commands: {
    install: '`dotnet restore`, with `--locked-mode` where every project has its lock file',
    lint: '`dotnet format --verify-no-changes`, where the repository itself formats, in the parts (`style`, `analyzers`, `whitespace`) that it names; CSharpier, where it is a local tool by which the repository looks',
    test: '`dotnet test` where a project holds tests, with the filter and configuration of the repository’s own pipelines',
    build: '`dotnet build`; where a part of a solution cannot be built on Linux, the others by their own names',
  },
};
