import { describe, expect, it } from 'vitest';
import { isDockerfileName } from '../../../src/profile/docker/base-tag.ts';

describe('The name of a Dockerfile', () => {
  it.each([
    'Dockerfile',
    'dockerfile',
    'Containerfile',
    'Dockerfile.web',
    'Dockerfile-web',
    'web.Dockerfile',
    'Dockerfile.go',
    'dockerfile.prod',
  ])('is %s', (name) => {
    expect(isDockerfileName(name)).toBe(true);
  });

  it.each([
    'dockerfile.ts',
    'dockerfile.test.ts',
    'dockerfile.py',
    'containerfile.rs',
    'Dockerfile.md',
    'Dockerfile.j2',
    'Dockerfile.template',
    'Dockerfile.dockerignore',
    'Dockerfiles',
    'my-dockerfile.go',
    'docker',
  ])('is not %s', (name) => {
    expect(isDockerfileName(name)).toBe(false);
  });
});
