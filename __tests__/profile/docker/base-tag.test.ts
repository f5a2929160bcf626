import { describe, expect, it } from 'vitest';
import { dockerTag, dockerTagAbove } from '../../../src/profile/docker/base-tag.ts';
import { snapshotWith } from '../profiled.ts';

async function tagIn(text: string, file = 'app/Dockerfile') {
  const snapshot = await snapshotWith({ [file]: text });
  const found = dockerTag({ snapshot, directory: 'app', tool: 'node', images: ['node'] });
  return found && `${found.value} (${found.because.map((at) => `${at.file}:${at.line}`).join()})`;
}

describe('The tag of a base image', () => {
  it.each([
    ['FROM node:22.3-alpine\n', '22.3 (app/Dockerfile:1)'],
    [
      'FROM golang:1.26 AS api\nFROM --platform=linux/amd64 registry.example/library/node:20\n',
      '20 (app/Dockerfile:2)',
    ],
    ['ARG NODE="22"\nFROM node:${NODE}-slim\n', '22 (app/Dockerfile:1)'],
    ['ARG TAG\nFROM node:${TAG:-20}\n', '20 (app/Dockerfile:2)'],
    ['ARG NODE\nFROM node:$NODE\n', null],
    ['FROM a\nARG NODE=20\nFROM node:$NODE\n', null],
    ['FROM node:lts\n', null],
    ['FROM my-node:20\n', null],
    ['FROM mcr.microsoft.com/azure-functions/node:3.0\n', null],
  ])('in %j is %s', async (text, expected) => {
    expect(await tagIn(text)).toBe(expected);
  });

  it('is that of the folder itself, or of those where projects keep Dockerfiles', async () => {
    expect(await tagIn('FROM node:22\n', 'app/deploy/docker/web.Dockerfile')).toBe(
      '22 (app/deploy/docker/web.Dockerfile:1)',
    );
    expect(await tagIn('FROM node:22\n', 'app/other/Dockerfile')).toBeNull();
  });
});

describe('The tag of a base image in a Dockerfile above', () => {
  const above = async (file: string, text: string) => {
    const snapshot = await snapshotWith({ [file]: text, 'src/app/package.json': '{}' });
    return dockerTagAbove({ snapshot, directory: 'src/app', tool: 'node', images: ['node'] })?.value ?? null;
  };

  it.each([
    ['src/Dockerfile', 'COPY app/package.json ./', '22'],
    ['src/web.Dockerfile', 'COPY --chown=a ./app/ /app/', '22'],
    ['src/Dockerfile', 'ADD ["app/package.json", "/"]', '22'],
    ['Dockerfile', 'COPY src/app/package.json src/app/package-lock.json ./', '22'],
    ['docker/Dockerfile', 'COPY src/app/ .', '22'],
    // Another folder, no folder, and the image's own.
    ['src/Dockerfile', 'COPY other-app/package.json ./', null],
    ['src/Dockerfile', 'COPY . .', null],
    ['src/Dockerfile', 'COPY --from=build /app/dist ./', null],
    ['src/Dockerfile', '# COPY app/package.json ./', null],
    ['src/app/Dockerfile', 'COPY app/package.json ./', null],
    ['other/Dockerfile', 'COPY src/app/package.json ./', null],
  ])('%s with %s', async (file, copy, expected) => {
    expect(await above(file, `FROM node:22-slim\n${copy}\n`)).toBe(expected);
  });
});
