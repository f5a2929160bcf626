import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../src/profile/lines.ts';
import { shellCommands } from '../../../src/profile/shell/shell.ts';

/** `folder: command` of each, with its environment in front. */
function commands(script: string, directory = '.'): string[] {
  return shellCommands({ lines: linesOf(script), directory }).map(
    ({ run, directory: folder, environment }) =>
      `${folder}: ${[...environment].map(([name, value]) => `${name}=${value} `).join('')}${run}`,
  );
}

describe('The commands of a script', () => {
  it('come down to words, one after the other', () => {
    expect(commands('# all of it\nnpm run lint && npm test; make build\ncargo test --all # slow')).toEqual([
      '.: npm run lint',
      '.: npm test',
      '.: make build',
      '.: cargo test --all',
    ]);
  });

  it('know in which folder they run, until that cannot be known', () => {
    expect(commands('cd web && yarn lint\nyarn test\ncd ..\nmake', 'src')).toEqual([
      'src/web: yarn lint',
      'src/web: yarn test',
      'src: make',
    ]);
    expect(commands('make a\ncd "$HOME"\nmake b')).toEqual(['.: make a']);
    expect(commands('make a\n(cd x && make b; make c) || true\nmake d')).toEqual(['.: make a']);
    expect(commands('make a\n(cd $X && make b)\nmake c')).toEqual(['.: make a', '.: make c']);
  });

  it('of a subshell know its folder and its variables, and those after it do not', () => {
    expect(commands('export A=1\n( cd web && export B=2; yarn lint )\n(cd api && go vet ./...)\nmake')).toEqual([
      'web: A=1 B=2 yarn lint',
      'api: A=1 go vet ./...',
      '.: A=1 make',
    ]);
    expect(commands('(cd a && (cd b && make))\nmake')).toEqual([]);
  });

  it.each([
    ['nix develop --command just test', 'just test'],
    ['nix develop --impure .#ci -c make test', 'make test'],
    ['nix shell nixpkgs#go --command go vet ./...', 'go vet ./...'],
    ['nix-shell --pure --run "cargo test --workspace"', 'cargo test --workspace'],
    ['mise exec -- go test ./...', 'go test ./...'],
    ['mise x node@22 -- npm test', 'npm test'],
    ['devbox run -- pytest', 'pytest'],
    ['flox activate -- make lint', 'make lint'],
    ['devenv shell -- mix test', 'mix test'],
    ['direnv exec . npm test', 'npm test'],
    ['sfw uv run pytest', 'uv run pytest'],
    ['time nix develop -c make test', 'make test'],
    // What starts no command of its own stays as it is.
    ['nix develop', 'nix develop'],
    ['time', 'time'],
    ['nix build --command', 'nix build --command'],
    ['devbox run test', 'devbox run test'],
    ['direnv exec ../web npm test', 'direnv exec ../web npm test'],
    ['nix-shell --run "make test > log"', "nix-shell --run 'make test > log'"],
  ])('are what a program starts that brings their tools: %s', (line, command) => {
    expect(commands(`A=1 ${line}`)).toEqual([`.: A=1 ${command}`]);
  });

  it('keep what is set before them', () => {
    expect(commands('export A=1\nB=two cargo test\ngo vet ./...')).toEqual([
      '.: A=1 B=two cargo test',
      '.: A=1 go vet ./...',
    ]);
  });

  it('are none where a variable is set alone', () => {
    expect(commands('A=1\nmake')).toEqual(['.: make']);
  });

  it('are one line where it ends with a backslash, and quoted where they must be', () => {
    expect(commands('go test \\\n  -run "Test A" \\\n  ./...')).toEqual([".: go test -run 'Test A' ./..."]);
    expect(commands("eslint 'src/*.ts' src/*.js")).toEqual([".: eslint 'src/*.ts' src/*.js"]);
  });

  it.each([
    ['a variable', 'go test $FLAGS'],
    ['an expression', 'go test ${{ matrix.flags }}'],
    ['an expression in quotes', 'go test "${{ matrix.flags }}"'],
    ['a substitution', 'go test $(cat packages)'],
    ['backticks', 'go test `cat packages`'],
    ['a pipe', 'go test ./... | tee log'],
    ['a redirection', 'go test ./... > log'],
    ['something in the background', 'npm start &'],
    ['what may fail', 'go test ./... || true'],
    ['a text of several lines', 'go test "./...\nmake inside\n" && make behind'],
    ['a backslash', 'go test \\./...'],
    ['what cannot be seen', 'go test "a\u202eb"'],
  ])('are passed over with %s', (_, line) => {
    expect(commands(`${line}\nmake after`)).toEqual(['.: make after']);
  });

  it('have Go’s list of all packages as their pattern', () => {
    for (const list of ['$(go list ./...)', '`go list ./...`', "$(go list ./... | grep -v '/vendor/')"])
      expect(commands(`go test -race ${list}`)).toEqual(['.: go test -race ./...']);
    expect(commands('go test $(go list ./... | grep -v e2e)')).toEqual([]);
  });

  it.each([
    'test -z $(gofmt -l .)',
    'test -z "$(gofmt -s -l ./ | tee /dev/stderr)"',
    'test -z "`gofmt -l . 2>&1`"',
    'test -z $(shell gofmt -l .)',
    'test -z "$$(gofmt -d .)"',
    '[ -z "$(gofmt -l .)" ]',
    'true; [[ -z $(gofmt -l -e .) ]]',
  ])('are one where Go’s formatter must have nothing to say: %s', (line) => {
    expect(commands(line).at(-1)).toBe(".: test -z 'gofmt -l .'");
  });

  it('name another formatter, or other files, otherwise', () => {
    expect(commands('test -z "$(go fmt ./...)"')).toEqual([".: test -z 'go fmt ./...'"]);
    const others = [
      'test -z "$(gofmt -l cmd)"',
      '! test -z "$(gofmt -l .)"',
      'test -n "$(gofmt -l .)"',
      '[ -z $(gofmt -w .) ]',
    ];
    for (const line of others) expect(commands(line)).toEqual([]);
  });

  it('are none behind a quote that is never closed: no shell runs such a script', () => {
    expect(commands("make before\ngo test './...\nmake after")).toEqual(['.: make before']);
  });

  it('that a branch, a loop, a function or a document holds are passed over', () => {
    const script = [
      'if [ -f x ]; then',
      '  make a',
      'fi',
      'for x in 1 2; do make b; done',
      'while true',
      'do',
      '  make c',
      'done',
      'f() {',
      '  make d',
      '}',
      'cat <<EOF',
      'make e',
      'EOF',
      'make f',
    ];
    expect(commands(script.join('\n'))).toEqual(['.: make f']);
  });

  it('take no long time on a hostile line', () => {
    const started = performance.now();
    commands(Array.from({ length: 200 }, () => `a${'|"'.repeat(900)}`).join('\n'));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
