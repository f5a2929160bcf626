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
