import { describe, expect, it } from 'vitest';
import { linesOf, profiled, theService } from '../profiled.ts';

const GO = { 'go.mod': 'module example.com/shop\n', 'main.go': '' };
const IMAGE = 'FROM a AS api\nFROM a AS job\nCOPY . .\n';

/** What is built: `name: Dockerfile#target in context`, with the arguments. */
async function built(files: Record<string, string>) {
  const { services } = await profiled({ ...GO, ...files });
  return services.map(
    ({ name, image }) =>
      `${name}: ${image.dockerfile}${image.target === null ? '' : `#${image.target}`} in ${image.context}${Object.entries(
        image.buildArgs,
      )
        .map(([key, value]) => ` ${key}=${value}`)
        .join('')}`,
  );
}

describe('How skaffold builds an image', () => {
  it('tells its context, Dockerfile, target and arguments, in every document of every file', async () => {
    const skaffold = [
      'apiVersion: skaffold/v4beta1',
      'build:',
      '  artifacts:',
      '  - image: api',
      '    context: ..',
      '    docker:',
      '      dockerfile: images/Dockerfile',
      '      target: api',
      '---',
      'build:',
      '  artifacts:',
      '  - image: job',
      '    context: ..',
      '    docker:',
      '      dockerfile: images/Dockerfile',
      '      target: job',
      '      buildArgs:',
      '        KIND: small',
      '        TAG: "{{.TAG}}"',
    ].join('\n');
    const files = { 'images/Dockerfile': IMAGE, 'deploy/skaffold.yaml': skaffold };
    expect(await built(files)).toEqual([
      'api: images/Dockerfile#api in .',
      'small: images/Dockerfile#job in . KIND=small',
    ]);
    const { services } = await profiled({ ...GO, ...files });
    expect(services.map(({ image }) => linesOf(image)[0])).toEqual([
      'deploy/skaffold.yaml:4',
      'deploy/skaffold.yaml:12',
    ]);
  });

  it('is the Dockerfile of the context where no builder is named, and nothing where that is not there', async () => {
    const artifacts = 'build:\n  artifacts:\n  - image: web\n    context: web\n  - image: gone\n    context: gone\n';
    const service = await theService({
      'skaffold.yaml': artifacts,
      'web/Dockerfile': 'FROM a\nCOPY x .\n',
      'web/x': '',
    });
    expect([service.image.context, linesOf(service.image)]).toEqual(['web', ['skaffold.yaml:3']]);
  });
});

describe('How a bake file builds an image', () => {
  const bake = `
variable "VERSION" { default = "1.2" }
target "_common" {
  args = { VERSION = VERSION, OTHER = "x" }
}
target "api" {
  inherits = ["_common"]
  context = "."
  dockerfile = "images/Dockerfile"
  target = "api"
  tags = ["acme/api:\${VERSION}"]
}
target "job" {
  inherits = ["api"]
  target = "job"
  args = { OTHER = "y" }
}
target "lint" {
  dockerfile = "images/Dockerfile"
  target = "lint"
  output = ["type=cacheonly"]
  tags = ["no"]
}
`;

  it('is each target that gets a tag, with what it inherits and the defaults of variables', async () => {
    expect(await built({ 'images/Dockerfile': IMAGE, 'docker-bake.hcl': bake })).toEqual([
      'x: images/Dockerfile#api in . VERSION=1.2 OTHER=x',
      'y: images/Dockerfile#job in . VERSION=1.2 OTHER=y',
    ]);
  });

  it('may be JSON, and a matrix', async () => {
    const file = {
      target: {
        app: { matrix: { item: ['api', 'job'] }, context: '.', target: '${item}', tags: ['acme/${item}'] },
      },
    };
    expect(await built({ Dockerfile: IMAGE, 'docker-bake.json': JSON.stringify(file) })).toEqual([
      'api: Dockerfile#api in .',
      'job: Dockerfile#job in .',
    ]);
  });

  it('has no more runs of a matrix than any person writes', async () => {
    const axes = Array.from({ length: 4_000 }, (_, n) => `a${n} = ["1", "2", "3"]\n`).join('');
    const file = `target "a" {\nmatrix = {\n${axes}}\ntarget = "job"\ntags = ["t"]\n}\n`;
    expect(await built({ Dockerfile: IMAGE, 'docker-bake.hcl': file })).toEqual(['shop: Dockerfile#job in .']);
  });

  it('is what the group `default` has where nothing gets a tag', async () => {
    const file =
      'group "default" { targets = ["job"] }\ntarget "job" { target = "job" }\ntarget "api" { target = "api" }\n';
    expect(await built({ Dockerfile: IMAGE, 'docker-bake.hcl': file })).toEqual(['shop: Dockerfile#job in .']);
  });

  it('is what the groups in that group have, or the target of that name', async () => {
    const groups = 'group "default" { targets = ["apps"] }\ngroup "apps" { targets = ["job"] }\n';
    const targets = 'target "job" { target = "job" }\ntarget "api" { target = "api" }\n';
    expect(await built({ Dockerfile: IMAGE, 'docker-bake.hcl': groups + targets })).toEqual([
      'shop: Dockerfile#job in .',
    ]);
    expect(await built({ Dockerfile: IMAGE, 'docker-bake.hcl': 'target "default" { target = "job" }\n' })).toEqual([
      'shop: Dockerfile#job in .',
    ]);
  });

  it('takes from a chain of targets as much as any person writes', async () => {
    const chain = Array.from({ length: 4_500 }, (_, n) => `target "a${n + 1}" {\ninherits = ["a${n}"]\n}\n`).join('');
    const file = `target "a0" { tags = ["t"], target = "job" }\n${chain}`;
    expect(await built({ Dockerfile: IMAGE, 'docker-bake.hcl': file })).toEqual(['shop: Dockerfile#job in .']);
  });

  it('is not an override, nor a context or file that only an expression or another machine knows', async () => {
    const file = 'target "a" {\n  context = "https://example.com/x.git"\n  target = "job"\n  tags = ["t"]\n}\n';
    const unknown = 'target "a" {\n  dockerfile = f("x")\n  target = "api"\n  tags = ["t"]\n}\n';
    const override = 'target "a" { target = "job", tags = ["t"] }\n';
    const files = { 'docker-bake.hcl': file, 'x/docker-bake.hcl': unknown, 'docker-bake.override.hcl': override };
    expect(await built({ Dockerfile: IMAGE, ...files })).toEqual(['shop: Dockerfile in .']);
  });
});

describe('How GoReleaser builds an image', () => {
  const RELEASE = [
    'env: [CGO_ENABLED=0]',
    'before:',
    '  hooks: [go mod tidy]',
    'builds:',
    '- {id: api, binary: shop-api, main: ./cmd/api}',
    '- {id: plugin, binary: shop-plugin, main: ./plugin, env: [CGO_ENABLED=1, "X={{ .Tag }}"], tags: [netgo, osusergo]}',
    'dockers:',
    '- {dockerfile: cmd/api/Dockerfile.goreleaser, ids: [api, plugin]}',
    '- {dockerfile: cmd/api/Dockerfile.goreleaser, ids: [api, plugin], goarch: arm64}',
    '- {dockerfile: cmd/api/Dockerfile.data}',
  ].join('\n');
  const DOCKERFILES = {
    'cmd/api/main.go': '',
    'cmd/api/data/a.sql': '',
    // A folder of that name lies above: it is not what is copied.
    'cmd/shop-api/x': '',
    'cmd/api/Dockerfile.goreleaser': 'FROM scratch\nCOPY shop-api ./shop-plugin /\nENTRYPOINT ["/shop-api"]\n',
    'cmd/api/Dockerfile.data': 'FROM a\nCOPY cmd/api/data /data\nCMD ["load"]\n',
  };
  const imagesOf = async (files: Record<string, string>) => {
    const { services } = await profiled({ ...GO, ...files });
    return Object.fromEntries(services.map(({ name, image, owns }) => [name, { image, owns }]));
  };

  it('is from the folder that it fills, by the programs that it builds', async () => {
    const { api, data, ...others } = await imagesOf({ ...DOCKERFILES, '.goreleaser.yml': RELEASE });
    expect(others).toEqual({});
    expect(api?.image).toMatchObject({
      context: '.',
      prebuilt: ['shop-api', './shop-plugin'],
      madeFirst: [
        { run: 'CGO_ENABLED=0 go build -o shop-api ./cmd/api', directory: '.' },
        { run: 'CGO_ENABLED=1 go build -tags netgo,osusergo -o shop-plugin ./plugin', directory: '.' },
      ],
    });
    expect(api?.image.because.map(({ file, line }) => `${file}:${line}`)).toEqual(['.goreleaser.yml:8']);
    // The program is made of the whole module.
    expect(api?.owns).toContain('**');
    expect(data?.image).toMatchObject({ context: '.', prebuilt: [] });
    expect(data?.image).not.toHaveProperty('madeFirst');
  });

  it('is by nothing else, wherever its programs are copied from', async () => {
    const dockerfile = 'FROM scratch\nCOPY tools/dist/shop-api /\nENTRYPOINT ["/shop-api"]\n';
    const files = { ...DOCKERFILES, 'cmd/api/Dockerfile.goreleaser': dockerfile, 'tools/build.sh': '' };
    const { api } = await imagesOf({ ...files, '.goreleaser.yml': RELEASE });
    expect(api?.image.prebuilt).toEqual(['tools/dist/shop-api']);
    expect(api?.image).not.toHaveProperty('madeBy');
  });

  it('has a folder for each platform in its second version', async () => {
    const release = 'builds:\n- {binary: shop-api}\ndockers_v2:\n- {dockerfile: cmd/api/Dockerfile.goreleaser}\n';
    const dockerfile = 'FROM scratch\nARG TARGETPLATFORM\nCOPY $TARGETPLATFORM/shop-api /\nENTRYPOINT ["/shop-api"]\n';
    const files = { ...DOCKERFILES, 'cmd/api/Dockerfile.goreleaser': dockerfile };
    const { api } = await imagesOf({ ...files, '.config/goreleaser.yaml': release });
    expect(api?.image).toMatchObject({
      context: '.',
      prebuilt: ['$TARGETPLATFORM/shop-api'],
      madeFirst: [{ run: 'go build -o linux/amd64/shop-api .' }],
    });
  });

  it('is by the builds for the machines that build, each file once', async () => {
    const release = [
      'builds:',
      '- {id: arm, binary: shop-api, goos: [linux], goarch: [arm]}',
      '- {id: here, binary: shop-api, tags: [server], goos: [linux], goarch: [amd64]}',
      '- {id: again, binary: shop-api, tags: [small]}',
      '- {id: windows, binary: shop-api, goos: [windows]}',
      '- {id: other, binary: shop-plugin, targets: [darwin_arm64]}',
      'dockers:',
      '- {dockerfile: cmd/api/Dockerfile.goreleaser, goarch: arm64}',
      '- {dockerfile: cmd/api/Dockerfile.goreleaser, goarch: amd64}',
      '- {dockerfile: arm/Dockerfile, goarch: arm64}',
    ].join('\n');
    const files = { ...DOCKERFILES, 'arm/Dockerfile': 'FROM scratch\nCOPY shop-api /\nENTRYPOINT ["/shop-api"]\n' };
    const { services, ignored } = await profiled({ ...GO, ...files, '.goreleaser.yml': release });
    expect(services.find(({ name }) => name === 'api')?.image.madeFirst).toMatchObject([
      { run: 'go build -tags server -o shop-api .' },
    ]);
    expect(services.filter(({ image }) => image.dockerfile === 'arm/Dockerfile')).toEqual([]);
    const why = 'an image for linux/arm64: GoReleaser gives it no program for linux/amd64';
    expect(ignored).toContainEqual({ path: 'arm/Dockerfile', why });
  });

  it.each([
    ['hooks that make more', 'before:\n  hooks: [make assets]\nbuilds: [{binary: shop-api}]'],
    ['another language', 'builds: [{binary: shop-api, builder: rust}]'],
    ['a template', 'builds: [{binary: shop-api, main: "./{{ .ProjectName }}"}]'],
    ['no build that is written', 'project_name: shop-api'],
  ])('is by no command that is known, where there are %s', async (_, settings) => {
    const release = `${settings}\ndockers: [{dockerfile: cmd/api/Dockerfile.goreleaser}]\n`;
    const { api } = await imagesOf({ ...DOCKERFILES, '.goreleaser.yaml': release });
    expect(api?.image).toMatchObject({ context: '.', madeFirst: [] });
  });
});
