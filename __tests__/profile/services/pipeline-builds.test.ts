import { describe, expect, it } from 'vitest';
import { GITHUB } from '../../fakes/secrets.ts';
import { linesOf, profiled, theService } from '../profiled.ts';

const GO = { 'go.mod': 'module example.com/shop\n', 'main.go': '' };
const workflow = (...steps: string[]) =>
  `jobs:\n  image:\n    steps:\n${steps.map((step) => `      - ${step}\n`).join('')}`;
const action = (inputs: Record<string, string>) =>
  `uses: docker/build-push-action@abc\n        with: ${JSON.stringify(inputs)}`;

/** What is built: `name: Dockerfile in context`, with the arguments. */
async function built(files: Record<string, string>) {
  const { services } = await profiled(files);
  return services.map(
    ({ name, image }) =>
      `${name}: ${image.dockerfile} in ${image.context}${Object.entries(image.buildArgs)
        .map(([key, value]) => ` ${key}=${value}`)
        .join('')}`,
  );
}

describe('How pipelines build an image', () => {
  it('tells its context, with the line', async () => {
    const service = await theService({
      ...GO,
      'docker/prod/Dockerfile': 'FROM a\nCOPY . .\n',
      'internal/x.go': '',
      Makefile: 'image:\n\tdocker build \\\n\t  -f docker/prod/Dockerfile ./internal\n',
    });
    expect(service.image.context).toBe('internal');
    expect(linesOf(service.image)).toEqual(['Makefile:2']);
  });

  it.each([
    ['everything', 'FROM a\nCOPY . .\n', ['composer install --no-dev', 'cp .env.production .env'], ['vendor', '.env']],
    ['itself', 'FROM a\nCOPY . .\nRUN set -e; composer install\n', ['composer install'], []],
    ['what it names', 'FROM a\nCOPY src ./\n', ['composer install'], []],
    ['what another folder holds', 'FROM a\nCOPY . .\n', ['cd tools && composer install'], []],
    ['what the repository has', 'FROM a\nCOPY . .\n', ['cp .env.example .env'], []],
  ])(
    'needs what every one of its jobs makes before, where the image takes %s',
    async (_, dockerfile, runs, prebuilt) => {
      const steps = [...runs.map((run) => `run: ${run}`), action({ context: '.' })];
      const own = runs.includes('cp .env.example .env') ? { '.env': 'A=1\n' } : {};
      const files = { ...GO, ...own, Dockerfile: dockerfile, 'src/a.go': '', 'tools/a.go': '', 'composer.lock': '' };
      const ci = { '.github/workflows/a.yml': workflow(...steps) };
      const { image } = await theService({ ...files, ...ci });
      expect(image.prebuilt).toEqual(prebuilt);
      expect(image.madeBy).toBe(prebuilt.length > 0 ? null : undefined);
      const other = { '.github/workflows/b.yml': workflow(action({ context: '.' })) };
      expect((await theService({ ...files, ...ci, ...other })).image.prebuilt).toEqual([]);
    },
  );

  it('names no service by what may be a secret', async () => {
    const args = [GITHUB, GITHUB.replace('0123', '3210')].map((token) => `docker build --build-arg TOKEN=${token} .`);
    const files = { ...GO, Dockerfile: 'FROM a\nARG TOKEN\nCOPY . .\n', Makefile: `image:\n\t${args.join('\n\t')}\n` };
    expect(await built(files)).toEqual(['shop: Dockerfile in .']);
  });

  it('gives way to how compose does', async () => {
    const files = {
      ...GO,
      'compose.yaml': 'services:\n  api:\n    build: .\n',
      Dockerfile: 'FROM a\nCOPY . .\n',
      'other/x': '',
      Makefile: 'image:\n\tdocker build -f Dockerfile --build-arg A=b other\n',
    };
    expect(await built(files)).toEqual(['api: Dockerfile in .']);
  });

  it('makes an image of each argument that names a program, and none of those that only vary it', async () => {
    const files = {
      ...GO,
      'build/package/servers.dockerfile': 'FROM a\nARG SERVER\nCOPY . .\n',
      '.github/workflows/ci.yml': workflow(
        'run: docker build -f build/package/servers.dockerfile . --build-arg SERVER=api',
        'run: docker build -f build/package/servers.dockerfile . --build-arg SERVER=engine',
        'run: docker build -f build/package/servers.dockerfile . --build-arg SERVER=engine --build-arg TAGS=debug',
      ),
    };
    expect(await built(files)).toEqual([
      'api: build/package/servers.dockerfile in . SERVER=api',
      'engine: build/package/servers.dockerfile in . SERVER=engine',
    ]);
  });

  it('is not told by a call whose context or Dockerfile is not there', async () => {
    const calls = 'docker build --build-arg A=b missing -f Dockerfile\n\tdocker build --build-arg A=c -f Missing .\n';
    const files = { ...GO, Dockerfile: 'FROM a\nARG A\nCOPY . .\n', Makefile: `image:\n\t${calls}` };
    expect(await built(files)).toEqual(['shop: Dockerfile in .']);
  });

  it('makes no image of a stage for work on the project', async () => {
    const files = {
      ...GO,
      Dockerfile: 'FROM a AS dev\nCOPY . .\nFROM a AS prod\nCOPY . .\n',
      Makefile: 'dev:\n\tdocker build --target dev .\nimage:\n\tdocker build --target prod .\n',
    };
    expect((await theService(files)).image.target).toBe('prod');
  });

  it('makes one image where arguments name other images, which nothing here makes', async () => {
    const files = {
      ...GO,
      Dockerfile: 'ARG BASE\nFROM $BASE\nCOPY . .\n',
      '.github/workflows/ci.yml': workflow(
        'run: docker build . --build-arg BASE=shop-base:amd64',
        'run: docker build . --build-arg BASE=shop-base:arm64',
      ),
    };
    expect(await built(files)).toEqual(['shop: Dockerfile in .']);
    expect((await theService(files)).image.prebuilt).toEqual(['$BASE']);
    const platform = { ...files, Dockerfile: 'FROM alpine:3-${TARGETARCH}\nCOPY . .\n' };
    expect((await theService(platform)).image.prebuilt).toEqual([]);
  });

  it('is read from the steps of workflows, in every run of their matrix', async () => {
    const matrix =
      'jobs:\n  image:\n    strategy:\n      matrix:\n        app: [{name: cart}, {name: web}]\n    steps:\n';
    const files = {
      ...GO,
      'docker/Dockerfile.cart': 'FROM a\nCOPY . .\n',
      'docker/Dockerfile.web': 'FROM a\nCOPY . .\n',
      'src/x.go': '',
      '.github/workflows/ci.yml': `${matrix}      - ${action({
        context: 'src',
        file: 'docker/Dockerfile.${{ matrix.app.name }}',
        'build-args': 'A=${{ github.sha }}\nB=${{ matrix.app.name }}',
      })}\n`,
    };
    expect(await built(files)).toEqual([
      'cart: docker/Dockerfile.cart in src B=cart',
      'web: docker/Dockerfile.web in src B=web',
    ]);
  });

  it('is read from the steps of actions that take the same inputs, and makes a Dockerfile beside another one a service', async () => {
    const files = {
      ...GO,
      'cart/Dockerfile': 'FROM a\nCOPY main.go .\nCMD ["/a"]\n',
      'cart/agent.Dockerfile': 'FROM a\nCOPY main.go .\nCMD ["/b"]\n',
      'cart/main.go': '',
    };
    expect(await built(files)).toHaveLength(1);
    const step = action({ context: 'cart', file: 'cart/agent.Dockerfile', push: 'true' });
    for (const owner of ['docker', 'depot', 'useblacksmith'])
      expect(
        await built({ ...files, '.github/workflows/ci.yml': workflow(step.replace('docker/', `${owner}/`)) }),
      ).toContain('agent: cart/agent.Dockerfile in cart');
    expect(
      await built({ ...files, '.github/workflows/ci.yml': workflow(step.replace('docker/', 'other/')) }),
    ).toHaveLength(1);
  });

  it.each([
    ['an expression stands for the file', action({ file: '${{ inputs.file }}' })],
    [
      'files come out, and no image',
      action({ file: 'docker/Dockerfile.cart', context: 'src', outputs: 'type=local,dest=out' }),
    ],
    ['the file is not there', action({ file: 'docker/Dockerfile.none', context: 'src' })],
    ['the context is elsewhere', action({ file: 'docker/Dockerfile.cart', context: 'https://example.com/x.git' })],
  ])('tells nothing where %s', async (_, step) => {
    const files = {
      ...GO,
      'docker/Dockerfile.cart': 'FROM a\nCOPY . .\n',
      'src/x.go': '',
      '.github/workflows/ci.yml': workflow(step),
    };
    expect((await theService(files)).image.context).not.toBe('src');
  });
});

describe('A Dockerfile that is called build', () => {
  const BUILDS = 'FROM golang AS build\nCOPY . .\nFROM scratch\nCOPY --from=build /x /x\nENTRYPOINT ["/x"]\n';

  it('is a service where it builds a program and runs it', async () => {
    expect(await built({ ...GO, 'cart/build.Dockerfile': BUILDS, 'cart/main.go': '' })).toEqual([
      'cart: cart/build.Dockerfile in cart',
    ]);
    expect(
      await built({ ...GO, 'cart/build.Dockerfile': 'FROM golang\nRUN make tools\n', 'cart/main.go': '' }),
    ).toEqual([]);
  });
});

describe('An image of files alone', () => {
  it('is no service: nothing in it runs', async () => {
    const { services, ignored } = await profiled({
      ...GO,
      Dockerfile: 'FROM golang AS b\nFROM scratch\nCOPY --from=b /x /x\n',
    });
    expect(services).toEqual([]);
    expect(ignored).toEqual([{ path: 'Dockerfile', why: 'holds files alone, and no command to run' }]);
  });
});

describe('The name of a service', () => {
  it.each([
    ['src/cart/src/Dockerfile', 'cart'],
    ['src/cart/docker/prod/Dockerfile', 'cart'],
    ['cmd/api/Dockerfile', 'api'],
    ['docker/Dockerfile', 'shop'],
    ['deploy/images/worker/Dockerfile', 'worker'],
  ])('in %s is %s', async (file, name) => {
    const { services } = await profiled({ ...GO, [file]: 'FROM a\nCOPY main.go .\n' });
    expect(services.map((service) => service.name)).toEqual([name]);
  });
});

describe('The folder of a service', () => {
  it('is that of its Dockerfile where all that it copies comes from there', async () => {
    const service = await theService({
      ...GO,
      'src/proxy/Dockerfile': 'FROM envoyproxy/envoy\nCOPY src/proxy/envoy.yaml /etc/envoy.yaml\nCMD ["envoy"]\n',
      'src/proxy/envoy.yaml': '',
    });
    expect(service).toMatchObject({ directory: 'src/proxy', owns: ['go.mod', 'src/proxy/**'] });
  });
});
