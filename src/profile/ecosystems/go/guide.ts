import type { Guide } from '../../guide.ts';
import { LINTER_VERSIONS } from './linter.ts';
import { GO_VERSIONS } from './version.ts';

/** For the documentation. */
export const guide: Guide = {
  title: 'Go',
  unit: 'A `go.mod` that names a module with sources. `./...` does not cross modules, so those of a `go.work` are units too.',
  managers: { go: ['go.sum'] },
  choice: [],
  versions: [
    { tool: 'go', sources: GO_VERSIONS },
    {
      tool: 'golangci-lint',
      sources: LINTER_VERSIONS,
      note: 'The first that fits the format of its configuration, else the release that the format names.',
    },
  ],
  commands: {
    install:
      '`go mod download`; nothing where modules are vendored, or none is required. What `//go:embed` names and no checkout has, an empty file stands in for',
    lint: '`golangci-lint run` where it is configured here or above, or pipelines run it as it is, by itself or by a task; else `go vet ./...` with the `-tags` of the tests, and `gofmt`; `go mod tidy` and `go generate` where pipelines look whether they have changed a file',
    test: '`go test ./...` where there are tests, with flags such as `-race` and `-tags` as pipelines and tasks give them; without those of a running system, unless pipelines run all of them',
    build:
      '`go build ./...`, with the `-tags` of the tests; nothing where code is missing that is generated and not committed',
  },
};
