import { describe, expect, it } from 'vitest';
import { GITHUB } from '../../../fakes/secrets.ts';
import { linesOf, portsOf, profiled, theService, warned } from '../../profiled.ts';

const MODULE = 'module example.com/shop\n';
const SERVER = 'package main\n\nfunc main() { http.ListenAndServe(":8080", nil) }\n';
const FILES = { 'go.mod': MODULE, 'cmd/api/main.go': SERVER, 'cmd/job/main.go': 'package main\n' };

async function found(files: Record<string, string>) {
  const { services } = await profiled({ ...FILES, ...files });
  return services.map((service) => `${service.name}: ${service.image.build?.[0]?.run} (${linesOf(service.image)})`);
}

describe('A program that ko makes an image of', () => {
  it('is a service where a call names it, given to Docker and not pushed', async () => {
    const service = await theService({
      ...FILES,
      Makefile: 'image:\n\tKO_DOCKER_REPO=$(REPO) ko build --bare --tags v1 \\\n\t  ./cmd/api\n',
    });
    expect(service).toMatchObject({ name: 'api', directory: 'cmd/api', image: { kind: 'ko', dockerfile: null } });
    expect(service.image.build).toMatchObject([{ run: 'ko build --local ./cmd/api', directory: '.' }]);
    expect(linesOf(service.image)).toEqual(['Makefile:2']);
    expect(portsOf(service)).toEqual(['8080/http']);
    expect(service.user?.value).toBe('65532');
    expect(service.owns).toContain('**');
  });

  it('is each one that the manifests of a call name', async () => {
    const files = {
      Makefile: 'deploy:\n\t$(KO) apply -R -f config/\n',
      'config/api.yaml': 'spec:\n  image: ko://example.com/shop/cmd/api\n',
      'config/more/job.yml': 'args: ["-image", "ko://example.com/shop/cmd/job", "ko://example.com/other/cmd/x"]\n',
      'elsewhere/x.yaml': 'image: ko://example.com/shop/cmd/api\n',
    };
    expect(await found(files)).toEqual([
      'api: ko build --local ./cmd/api (config/api.yaml:2)',
      'job: ko build --local ./cmd/job (config/more/job.yml:1)',
    ]);
  });

  it('is one that its settings or skaffold name, and starts from the image that they say', async () => {
    const settings = 'defaultBaseImage: gcr.io/distroless/static\nbuilds:\n- id: job\n  main: ./cmd/job\n';
    expect(await found({ '.ko.yaml': settings })).toEqual(['job: ko build --local ./cmd/job (.ko.yaml:4)']);
    const service = await theService({ ...FILES, '.ko.yaml': settings });
    expect([service.user?.value, linesOf(service.user)]).toEqual(['root', ['.ko.yaml:1']]);
    const skaffold = 'build:\n  artifacts:\n  - image: api\n    ko:\n      main: ./cmd/api\n';
    expect(await found({ 'skaffold.yaml': skaffold })).toEqual(['api: ko build --local ./cmd/api (skaffold.yaml:3)']);
  });

  it('is none where a call names what is not there, or what is for tests, or is no call of ko', async () => {
    const files = {
      'test/fake/main.go': SERVER,
      Makefile: 'a:\n\tko build $(WHAT)\n\tko build ./cmd/none\n\tko build ./test/fake\n\techo gecko build ./cmd/api\n',
    };
    expect(await found(files)).toEqual([]);
  });

  it('is the module itself where nothing is named, as seen from where the call stands', async () => {
    const files = {
      'tool/go.mod': 'module example.com/tool\n',
      'tool/main.go': SERVER,
      'tool/Makefile': 'i:\n\tko build . > x\n',
    };
    expect(await found(files)).toEqual(['tool: ko build --local . (tool/Makefile:2)']);
  });
});

it('An image that skaffold has made by buildpacks is a service without a command', async () => {
  const skaffold = 'build:\n  artifacts:\n  - image: acme/web\n    context: web\n    buildpacks:\n      builder: b\n';
  const service = await theService({ 'skaffold.yaml': skaffold, 'web/package.json': '{}' });
  expect(service).toMatchObject({ name: 'web', directory: 'web', image: { kind: 'other', build: [] } });
  expect(linesOf(service.image)).toEqual(['skaffold.yaml:3']);
});

it('Neither a name nor a command of an image shows what looks like a secret', async () => {
  const skaffold = `build:\n  artifacts:\n  - image: acme/${GITHUB}\n    context: web\n    buildpacks: {}\n`;
  expect((await theService({ 'skaffold.yaml': skaffold, 'web/x': '' })).name).toBe('web');
  const files = { 'go.mod': MODULE, [`cmd/${GITHUB}/main.go`]: SERVER, Makefile: `i:\n\tko build ./cmd/${GITHUB}\n` };
  const profile = await profiled(files);
  expect(profile.services[0]?.image.build).toEqual([]);
  expect(warned(profile)).toEqual([
    'Makefile:2: a command holds what looks like a secret and is left out; revoke it, and take it out of the file.',
  ]);
});
