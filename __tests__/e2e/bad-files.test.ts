import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { runCli, runJson } from '../fakes/built.ts';
import { aliasBomb, entityBomb, utf16 } from '../fakes/hostile-text.ts';
import { type Content, temporaryDirectory, temporaryRepository, writeAll } from '../fakes/repository.ts';

/** What must be found whatever stands beside it. */
const SOUND = { 'sound/go.mod': 'module example.com/a\n\ngo 1.25.0\n', 'sound/main.go': 'package main\n' };

interface Profile {
  readonly units: readonly { readonly directory: string; readonly ecosystem: string }[];
  readonly warnings: readonly { readonly file: string; readonly line: number; readonly message: string }[];
}

describe('A file that cannot be read is a warning with its place, and the rest goes on', () => {
  it.each<[string, string, Content, number, string]>([
    ['JSON that ends too soon', 'a/package.json', '{\n  "name": "a",\n', 3, 'not JSON'],
    ['JSON with a key in the wrong place', 'a/package.json', '{\n  "name": "a"\n  "x": 1\n}\n', 3, 'not JSON'],
    ['TOML with a line that is none', 'a/pyproject.toml', '[project]\nname = "a"\nversion 1\n', 3, 'TOML'],
    ['TOML with a key twice', 'a/Cargo.toml', '[package]\nname = "a"\nname = "b"\n', 3, 'TOML'],
    ['XML that is not closed', 'a/pom.xml', '<project>\n  <artifactId>a\n</project>\n', 3, 'XML'],
    ['YAML that is none', 'compose.yaml', 'services:\n  a: [\n', 3, 'YAML'],
    ['a YAML alias bomb', 'compose.yaml', `services: {}\n${aliasBomb()}`, 1, 'too many copies'],
    ['YAML nested without an end', 'compose.yaml', `services: ${'['.repeat(20_000)}\n`, 1, 'YAML'],
    ['more than 1 MB', 'a/package.json', `{"name":"${'x'.repeat(1_000_000)}"}`, 1, 'bytes; at most 1000000 are read'],
    ['NUL bytes', 'a/package.json', Buffer.from('{"name"\0: 1}'), 1, 'NUL bytes'],
    ['Latin-1', 'a/pyproject.toml', Buffer.from('[project]\nname = "\xe9"\n', 'latin1'), 1, 'not UTF-8'],
  ])('%s', async (_, file, content, line, words) => {
    await using repository = temporaryRepository({ ...SOUND, [file]: content });
    const { units, warnings } = runJson<Profile>(['profile', '--json'], { cwd: repository.path });
    expect(units).toContainEqual(expect.objectContaining({ directory: 'sound', ecosystem: 'go' }));
    const about = warnings.filter((warning) => warning.file === file);
    expect(about.map((warning) => warning.line)).toContain(line);
    expect(about.map((warning) => warning.message).join('\n')).toContain(words);
  });

  it('and generate proposes a pipeline for the rest, with the warnings on its page', async () => {
    await using repository = temporaryRepository({ ...SOUND, 'a/package.json': '{', 'compose.yaml': '[' });
    const ran = runCli(['generate'], { cwd: repository.path });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toMatch(/^ {2}a\/package\.json:1: /m);
    expect(ran.stdout).toMatch(/^ {2}compose\.yaml:\d: /m);
    expect(ran.stdout).toMatch(/^ {2}sound: Build/im);
  });
});

describe('A file that is written in another way is read all the same', () => {
  const MANIFESTS = {
    'a/package.json': '{\n  "name": "a",\n  "scripts": { "test": "node --test" }\n}\n',
    'b/pyproject.toml': '[project]\nname = "b"\nversion = "1"\nrequires-python = ">=3.12"\n',
    'c/pom.xml': '<?xml version="1.0"?>\n<project>\n  <artifactId>c</artifactId>\n</project>\n',
    'd/go.mod': 'module d\n\ngo 1.25.0\n',
    'e/Cargo.toml': '[package]\nname = "e"\nversion = "1.0.0"\nedition = "2021"\n',
    'f/Dockerfile': 'FROM scratch\nEXPOSE 8080\n',
    'compose.yaml': 'services:\n  f:\n    build: f\n    ports: ["80:8080"]\n',
  };

  it.each<[string, (text: string) => Content]>([
    ['with CRLF', (text) => text.replaceAll('\n', '\r\n')],
    ['with a byte-order mark', (text) => `\ufeff${text}`],
    ['in UTF-16, little end first', utf16],
    ['in UTF-16, big end first', (text) => utf16(text).swap16()],
  ])('%s', (_, written) => {
    const profileOf = (files: Readonly<Record<string, Content>>) => {
      using place = temporaryDirectory();
      writeAll(place.path, files);
      return runJson<Profile>(['profile', '--json'], { cwd: place.path });
    };
    const otherwise = Object.fromEntries(Object.entries(MANIFESTS).map(([name, text]) => [name, written(text)]));
    expect(profileOf(otherwise)).toEqual(profileOf(MANIFESTS));
  });
});

describe('What would grow without an end does not', () => {
  it('when entities of XML stand for each other', () => {
    using place = temporaryDirectory();
    writeAll(place.path, { ...SOUND, 'a/pom.xml': entityBomb() });
    const ran = runCli(['profile', '--json'], { cwd: place.path });
    expect(ran.code).toBe(0);
    expect(ran.stdout.length).toBeLessThan(10_000);
  });

  it('when folders lie in folders, deeper than a path can be long', () => {
    using place = temporaryDirectory();
    writeAll(place.path, SOUND);
    const deeper = 'for n in $(seq 60); do mkdir "$0" && cd -P "$0" || exit; done; echo {} > package.json';
    execFileSync('sh', ['-c', deeper, 'd'.repeat(100)], { cwd: place.path });
    const { units } = runJson<Profile>(['profile', '--json'], { cwd: place.path });
    expect(units).toEqual([expect.objectContaining({ directory: 'sound' })]);
    execFileSync('rm', ['-r', 'd'.repeat(100)], { cwd: place.path });
  });
});
