import { describe, expect, it } from 'vitest';
import { type ImageFacts, readDockerfile } from '../../../src/profile/docker/dockerfile.ts';
import { wordAt } from '../../../src/profile/word.ts';
import { snapshotWith, warned } from '../profiled.ts';

interface Given {
  readonly target?: string;
  readonly args?: Readonly<Record<string, string>>;
}

async function read(text: string, { target, args = {} }: Given = {}) {
  const words = new Map(Object.entries(args).map(([name, value]) => [name, wordAt(value, 'compose.yaml', 9)]));
  return readDockerfile(await snapshotWith({ Dockerfile: text }), {
    file: 'Dockerfile',
    target: target ?? null,
    args: words,
  });
}

async function facts(text: string, given: Given = {}): Promise<ImageFacts> {
  const { value, warnings } = await read(text, given);
  if (!value) throw new Error(warned({ warnings }).join('\n'));
  return value;
}

const valuesOf = (words: readonly { readonly value: string }[]) => words.map(({ value }) => value);

describe('A Dockerfile', () => {
  it('says what its last stage and those below it say', async () => {
    const found = await facts(
      'FROM alpine AS base\nUSER app\nEXPOSE 80\nFROM golang AS build\nUSER root\nEXPOSE 1\nFROM base\nEXPOSE 81/udp\nCMD ["./x", "--port", "81"]\n',
    );
    expect(valuesOf(found.exposed)).toEqual(['80', '81/udp']);
    expect(found.user).toEqual(wordAt('app', 'Dockerfile', 2));
    expect(found.base).toEqual(wordAt('alpine', 'Dockerfile', 1));
    expect(valuesOf(found.commands)).toEqual(['./x --port 81']);
  });

  it('says of a target what that stage says; of one that is not there, what the last one says', async () => {
    const text = 'FROM a AS web\nEXPOSE 1\nFROM b AS Worker\nEXPOSE 2\n';
    expect(valuesOf((await facts(text, { target: 'WEB' })).exposed)).toEqual(['1']);
    expect(valuesOf((await facts(text, { target: 'gone' })).exposed)).toEqual(['2']);
  });

  it('puts variables in as a build does', async () => {
    const found = await facts(
      'ARG TAG=20\nARG REG=docker.io\nFROM --platform=$BUILDPLATFORM ${REG}/node:${TAG}\nARG TAG\nARG PORT=3000\nENV HTTP=$PORT\nEXPOSE ${HTTP} $TAG ${OTHER} ${GIVEN:-90}\n',
      { args: { REG: 'mirror' } },
    );
    expect(found.base.value).toBe('mirror/node:20');
    expect(found.base.at).toEqual([
      { file: 'Dockerfile', line: 3 },
      { file: 'compose.yaml', line: 9 },
      { file: 'Dockerfile', line: 1 },
    ]);
    expect(valuesOf(found.exposed)).toEqual(['3000', '20', '${OTHER}', '90']);
  });

  it('lets a variable of one stage be unknown in another', async () => {
    const found = await facts('FROM a AS one\nARG P=1\nENV Q=2\nFROM b\nEXPOSE $P $Q\n');
    expect(valuesOf(found.exposed)).toEqual(['$P', '$Q']);
    const inherited = await facts('FROM a AS one\nENV Q=2\nFROM one\nEXPOSE $Q\n');
    expect(valuesOf(inherited.exposed)).toEqual(['2']);
  });

  it.each([
    ['COPY a b ./', ['a', 'b']],
    ['COPY --chown=x:y a ./', ['a']],
    ['ADD https://example.com/x.tgz a.tgz ./', ['a.tgz']],
    ['COPY ["with space", "b", "./"]', ['with space', 'b']],
    ['COPY --from=build /out ./', []],
    ['COPY --from=alpine /bin/sh ./', []],
    ['COPY <<EOF /x\nhello a b\nEOF', []],
    ['COPY a \\\n  # why\n  b ./', ['a', 'b']],
    ['RUN --mount=type=bind,source=go.mod,target=go.mod go mod download', ['go.mod']],
    ['RUN --mount=type=bind,target=. make', []],
    ['RUN --mount=type=cache,target=/c --mount=from=build,source=/x,target=/x true', []],
    ['copy a ./', ['a']],
  ])('takes from its context with %j', async (line, expected) => {
    const found = await facts(`FROM scratch AS build\nFROM alpine\n${line}\n`);
    expect(valuesOf(found.sources)).toEqual(expected);
  });

  it('takes what is bound from the context, and neither caches nor secrets', async () => {
    const mount = (options: string) => `RUN --mount=${options} make\n`;
    const binds = `${mount('source=go.sum,target=go.sum')}${mount('type=bind,src=lib,target=lib')}`;
    const others = `${mount('type=cache,source=a,target=/c')}${mount('type=secret,source=b')}${mount('from=x,source=c,target=d')}`;
    expect(valuesOf((await facts(`FROM a\n${binds}${others}`)).sources)).toEqual(['go.sum', 'lib']);
  });

  it('takes nothing from the context for a stage that the image is not made of', async () => {
    const found = await facts(
      'FROM a AS tools\nCOPY tools /t\nFROM b AS build\nCOPY src /s\nFROM c\nCOPY --from=build /s /s\nCOPY --from=1 /s /s\n',
    );
    expect(valuesOf(found.sources)).toEqual(['src']);
    expect(found.holdsBuilt).toBe(true);
  });

  it('knows its health check, unless it takes it away again', async () => {
    const checked = await facts('FROM a\nHEALTHCHECK --interval=5s CMD curl -f http://localhost/ || exit 1\n');
    expect(checked.healthcheck?.value).toBe('CMD curl -f http://localhost/ || exit 1');
    expect((await facts('FROM a AS b\nHEALTHCHECK CMD x\nFROM b\nHEALTHCHECK NONE\n')).healthcheck).toBeNull();
  });

  it.each([
    ['', 'Dockerfile:1: this is no Dockerfile (it has no FROM); it is left out.'],
    ['# only a comment\n', 'Dockerfile:1: this is no Dockerfile (it has no FROM); it is left out.'],
    [
      '\n{"json": true}\n',
      'Dockerfile:2: this is no Dockerfile ({"JSON": is no instruction, and there is no FROM); it is left out.',
    ],
    [
      'RUN x\nFORM alpine\n',
      'Dockerfile:2: this is no Dockerfile (FORM is no instruction, and there is no FROM); it is left out.',
    ],
  ])('that makes no image (%j) is a warning with its line', async (text, warning) => {
    const found = await read(text);
    expect(found.value).toBeNull();
    expect(warned(found)).toEqual([warning]);
  });

  it('with one unknown instruction is read without it', async () => {
    const found = await read('FROM a\nEXPOES 80\nEXPOSE 81\n');
    expect(valuesOf(found.value?.exposed ?? [])).toEqual(['81']);
    expect(warned(found)).toEqual(['Dockerfile:2: EXPOES is no instruction; it is passed over.']);
  });

  it('longer than any that a person writes is a warning', async () => {
    const found = await read(`FROM a\n${'#'.repeat(100_000)}`);
    expect(warned(found)).toEqual([
      'Dockerfile:1: this is no Dockerfile (it is longer than 100000 characters); it is left out.',
    ]);
    const chain = Array.from({ length: 200 }, (_, n) => `FROM s${n} AS s${n + 1}\n`).join('');
    expect(warned(await read(`FROM a AS s0\n${chain}`))).toEqual([
      'Dockerfile:1: this is no Dockerfile (it has more than 200 stages); it is left out.',
    ]);
  });

  it.each([
    ['here-documents without an end', `FROM a\n${Array.from({ length: 7_000 }, (_, n) => `RUN <<-a${n}\n`).join('')}`],
    ['variables that double', `FROM a\nENV A=xxxxxxxx\n${'ENV A=$A$A\n'.repeat(5_000)}`],
    ['one endless line', `FROM a\nRUN x ${'\\\n y'.repeat(20_000)}`],
  ])('made to take long (%s) does not', async (_, text) => {
    expect((await read(text)).value).not.toBeNull();
  });
});
