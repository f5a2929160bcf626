import { describe, expect, it } from 'vitest';
import type { ComposeService } from '../../../src/profile/compose/compose.ts';
import { readComposeFiles } from '../../../src/profile/compose/read.ts';
import type { MemoryFiles } from '../../fakes/memory-tree.ts';
import { snapshotWith, warned } from '../profiled.ts';

async function read(files: MemoryFiles) {
  return readComposeFiles(await snapshotWith(files));
}

async function one(yaml: string, others: MemoryFiles = {}): Promise<ComposeService> {
  const { value } = await read({ 'compose.yaml': yaml, ...others });
  const [service] = value;
  if (!service) throw new Error('no service');
  return service;
}

const values = (pairs: ComposeService['environment']) =>
  Object.fromEntries([...pairs].map(([name, { value }]) => [name, value]));

describe('A compose service', () => {
  it.each([
    ['"8080"', [8080]],
    ['8080', [8080]],
    ['"80:8080"', [8080]],
    ['"127.0.0.1:80:8080"', [8080]],
    ['"80:8080/udp"', [8080]],
    ['"[::1]:80:8080"', [8080]],
    ['"${WEB:-80}:8080"', [8080]],
    ['"9229:9229"', []],
    ['"99999"', []],
    ['"0"', []],
    ['"8000-8010"', []],
    ['{target: 8080, published: 80}', [8080]],
    ['{published: 80}', []],
  ])('with the port %s listens on %j', async (port, expected) => {
    const { ports } = await one(`services:\n  a:\n    image: x\n    ports:\n      - ${port}\n`);
    expect(ports.map((it) => it.port)).toEqual(expected);
  });

  it('knows the line of each port, and which are UDP', async () => {
    const { ports } = await one('services:\n  a:\n    ports:\n      - "1:80"\n      - "53:53/udp"\n    expose: [90]\n');
    expect(ports.map(({ port, protocol, word }) => [port, protocol, word.at[0].line])).toEqual([
      [80, 'tcp', 4],
      [53, 'udp', 5],
      [90, 'tcp', 6],
    ]);
  });

  it('listens on what Traefik is told, and else on what its health check asks', async () => {
    const label = 'traefik.http.services.a.loadbalancer.server.port=8000';
    const routed = await one(`services:\n  a:\n    labels: ["${label}"]\n`);
    expect(routed.ports.map(({ port }) => port)).toEqual([8000]);
    const checked = await one(
      'services:\n  a:\n    healthcheck: {test: [CMD, curl, -f, "http://localhost:8001/up"]}\n',
    );
    expect(checked.ports.map(({ port }) => port)).toEqual([8001]);
  });

  it('takes its environment from a mapping, a list and env_file, and leaves out what is not known', async () => {
    const mapping = await one(
      'services:\n  a:\n    environment:\n      A: 1\n      B: ${NOT_KNOWN}\n      C:\n      D: true\n',
    );
    expect(values(mapping.environment)).toEqual({ A: '1', D: 'true' });
    const list = await one('services:\n  a:\n    environment: [A=1, B, "C=x=y", "D=${NOT_KNOWN:-d}"]\n');
    expect(values(list.environment)).toEqual({ A: '1', C: 'x=y', D: 'd' });
    const file = await one('services:\n  a:\n    env_file: [web.env, {path: more.env}]\n    environment: {B: own}\n', {
      'web.env': 'A=1\nB=2\n',
      'more.env': 'C=3\n',
    });
    expect(values(file.environment)).toEqual({ A: '1', B: 'own', C: '3' });
  });

  it('takes variables from the .env beside the file, with both lines', async () => {
    const { image } = await one('services:\n  a:\n    image: postgres:${TAG}\n', { '.env': '# tags\nTAG=17\n' });
    expect(image).toEqual({
      value: 'postgres:17',
      at: [
        { file: 'compose.yaml', line: 3 },
        { file: '.env', line: 2 },
      ],
    });
  });

  it('is built from a folder below its file, or from where its context is', async () => {
    const files = { 'a/Dockerfile': '', 'b/x.Dockerfile': '' };
    const short = await one('services:\n  a:\n    build: ./a\n', files);
    expect(short.build).toMatchObject({ context: 'a', dockerfile: 'a/Dockerfile', target: null });
    const long = await one(
      'services:\n  a:\n    build:\n      context: .\n      dockerfile: b/x.Dockerfile\n      target: run\n      args: {V: 1, SECRET: "${NOT_KNOWN}"}\n',
      files,
    );
    expect(long.build).toMatchObject({ context: '.', dockerfile: 'b/x.Dockerfile', at: { line: 3 } });
    expect(long.build?.target?.value).toBe('run');
    expect(values(long.build?.args ?? new Map())).toEqual({ V: '1' });
  });

  it.each([
    ['a folder without a Dockerfile', 'build: ./nowhere', 1],
    ['a folder outside of the repository', 'build: ../../elsewhere', 1],
    ['another repository', 'build: https://github.com/a/b.git', 0],
    ['a Dockerfile within the file', 'build: {dockerfile_inline: "FROM x"}', 0],
  ])('that builds from %s has no build', async (_, build, warnings) => {
    const found = await read({ 'compose.yaml': `services:\n  a:\n    ${build}\n` });
    expect(found.value[0]?.build).toBeNull();
    expect(found.warnings).toHaveLength(warnings);
  });

  it('warns with the line of a build that is not there', async () => {
    const found = await read({ 'compose.yaml': 'services:\n  a:\n    build: ./nowhere\n' });
    expect(warned(found)).toEqual([
      'compose.yaml:3: it builds from ./nowhere, where the repository has no such Dockerfile.',
    ]);
  });

  it('builds from where the main file above it lies, where nothing is at that path from its own folder', async () => {
    const files = {
      'compose.yaml': 'services:\n  web: { image: nginx }\n',
      'tools/db/compose.yaml': 'services:\n  db:\n    build: tools/db\n  own:\n    build: .\n',
      'tools/db/Dockerfile': 'FROM postgres\n',
    };
    const contexts = async (given: MemoryFiles) => {
      const { value, warnings } = await read(given);
      return [...value.flatMap(({ build }) => build?.context ?? []), warnings.length];
    };
    expect(await contexts(files)).toEqual(['tools/db', 'tools/db', 0]);
    const both = { ...files, 'tools/db/tools/db/Dockerfile': '' };
    expect(await contexts(both)).toEqual(['tools/db/tools/db', 'tools/db', 0]);
    const { 'compose.yaml': _, ...alone } = files;
    expect(await contexts(alone)).toEqual(['tools/db', 1]);
  });

  it('depends on names in a list or a mapping', async () => {
    expect((await one('services:\n  a:\n    depends_on: [b, c]\n')).dependsOn).toEqual(['b', 'c']);
    expect((await one('services:\n  a:\n    depends_on: {b: {condition: service_healthy}}\n')).dependsOn).toEqual([
      'b',
    ]);
  });
});

describe('Compose files', () => {
  it('put the override over the main file without replacing anything', async () => {
    const { value } = await read({
      'compose.yml': 'services:\n  a:\n    build: .\n    environment: {MODE: production}\n',
      'compose.override.yml':
        'services:\n  a:\n    build: {context: ., target: dev}\n    ports: ["1:80"]\n    environment: {MODE: dev, DEBUG: 1}\n  tools:\n    image: x\n',
      Dockerfile: '',
    });
    const [a, tools] = value;
    expect(a?.build?.target).toBeNull();
    expect(a?.ports[0]?.word.at[0].file).toBe('compose.override.yml');
    expect(values(a?.environment ?? new Map())).toEqual({ MODE: 'production', DEBUG: '1' });
    expect([a?.rank, tools?.rank]).toEqual([0, 2]);
  });

  it('come in the order of what they are for', async () => {
    const service = 'services:\n  a:\n    image: x\n';
    const { value } = await read({
      'demo/docker-compose.yml': service,
      'docker-compose.dev.yml': service,
      'docker-compose.prod.yml': service,
      'docker-compose.yml': service,
      'docker-compose-load.yaml': service,
      'testing-docker-compose.yml': service,
    });
    expect(value.map(({ at, rank }) => `${rank} ${at.file}`)).toEqual([
      '0 docker-compose.yml',
      '0 demo/docker-compose.yml',
      '1 docker-compose.prod.yml',
      '2 docker-compose-load.yaml',
      '2 docker-compose.dev.yml',
      '2 testing-docker-compose.yml',
    ]);
  });

  it('that are broken are a warning, and the others go on', async () => {
    const found = await read({ 'a/compose.yaml': 'services: [', 'b/compose.yaml': 'services:\n  b:\n    image: x\n' });
    expect(found.value.map(({ name }) => name)).toEqual(['b']);
    expect(warned(found)[0]).toMatch(/^a\/compose\.yaml:\d+: this is not YAML/);
  });

  it.each([
    '',
    '42',
    '[]',
    'services: 3',
    'services: [a]',
    'services: {a: null}',
    'services: {a: [1]}',
    'services: {a: text}',
  ])('that hold no services (%s) give none', async (text) => {
    expect(await read({ 'compose.yaml': text })).toEqual({ value: [], warnings: [] });
  });

  it.each([
    'build: [1]',
    'ports: 80',
    'ports: [[1]]',
    'environment: 3',
    'depends_on: 3',
    'healthcheck: 3',
    'image: [x]',
    'env_file: 3',
  ])('with a wrong type (%s) are read as far as they can be', async (line) => {
    const { value } = await read({ 'compose.yaml': `services:\n  a:\n    ${line}\n    container_name: a\n` });
    expect(value.map(({ name }) => name)).toEqual(['a']);
  });
});
