import { describe, expect, it } from 'vitest';
import type { MemoryFiles } from '../../fakes/memory-tree.ts';
import { profiled, theService } from '../profiled.ts';

const SERVED =
  'package server\n\nfunc Routes() {\n\thttp.HandleFunc("GET /healthz", ok)\n\thttp.ListenAndServe(":8080", nil)\n}\n';
const GO = {
  'go.mod': 'module example.com/shop\n\ngo 1.26\n',
  'main.go': 'package main\n',
  'server/server.go': SERVED,
};
const IMAGE =
  'FROM golang:1.26 AS build\nCOPY . .\nRUN go build -o /shop .\nFROM alpine:3.24\nCOPY --from=build /shop /shop\n';

/** `name (folder, health)` of each service. */
async function told(files: MemoryFiles) {
  const { services } = await profiled(files);
  return services.map(({ name, directory, health }) => `${name} (${directory}, ${health?.value ?? 'no health'})`);
}

describe('A Dockerfile beside what serves it alone', () => {
  const files = {
    ...GO,
    'scripts/compose.yaml': 'services:\n  shop:\n    build:\n      context: ..\n      dockerfile: scripts/Dockerfile\n',
  };

  it.each([
    [
      'a script and its tests',
      { 'scripts/entrypoint.sh': '', 'scripts/entrypoint_test.go': '', 'scripts/entry.test.ts': '' },
    ],
    ['a compose file of any ending', { 'scripts/docker-compose.template.dbg': '' }],
  ])('makes the program that is built from above: %s', async (_, beside) => {
    const { directory, health } = await theService({
      ...files,
      'scripts/Dockerfile': `${IMAGE}CMD ["/shop"]\n`,
      ...beside,
    });
    expect([directory, health?.value]).toEqual(['.', '/healthz']);
  });

  it('does so beside a program that is copied for itself, where the rest is copied, too', async () => {
    const asked = { ...files, 'scripts/status.py': 'print(1)\n' };
    const [copied, whole] = ['COPY scripts/status.py /\nCMD ["/shop"]\n', 'CMD ["/shop"]\n'];
    expect((await theService({ ...asked, 'scripts/Dockerfile': IMAGE + copied })).directory).toBe('.');
    expect((await theService({ ...asked, 'scripts/Dockerfile': IMAGE + whole })).directory).toBe('scripts');
    const alone = { ...asked, 'scripts/Dockerfile': `FROM python:3.14\nCOPY main.go /\n${copied}` };
    expect((await theService(alone)).directory).toBe('scripts');
  });
});

describe('A program that is copied for itself beside the rest', () => {
  it('is what its folder holds where the image starts it', async () => {
    const files = {
      'requirements.txt': 'flask\n',
      'api/main.py': 'app = Flask(__name__)\n',
      'compose.yaml': 'services:\n  api:\n    build: { context: ., dockerfile: api/Dockerfile }\n',
    };
    const image = (start: string) => `FROM python:3.14\nCOPY . .\nCOPY api/main.py /app/\nEXPOSE 80\nCMD ${start}\n`;
    for (const start of ['["python", "main.py"]', 'gunicorn main:app'])
      expect((await theService({ ...files, 'api/Dockerfile': image(start) })).directory).toBe('api');
    expect((await theService({ ...files, 'api/Dockerfile': image('./serve') })).directory).toBe('.');
  });
});

describe('Dockerfiles of one folder that start the same', () => {
  const two = (first: string, second: string) => ({
    ...GO,
    'packaging/docker/alpine/Dockerfile': first,
    'packaging/docker/distroless/Dockerfile': second,
  });

  it('make one program, of which each has the health route, and the second is called by what it stands on', async () => {
    const image = `${IMAGE}CMD ["/shop"]\n`;
    expect(await told(two(image, image))).toEqual(['shop (., /healthz)', 'shop-distroless (., /healthz)']);
  });

  it('do so, whatever of the system is brought for building', async () => {
    const [alpine, debian] = ['apk add build-base', 'apt-get install -y build-essential'].map(
      (brings) => `${IMAGE.replace('COPY', `RUN ${brings}\nCOPY`)}CMD ["/shop"]\n`,
    );
    expect(await told(two(alpine ?? '', debian ?? ''))).toEqual([
      'shop (., /healthz)',
      'shop-distroless (., /healthz)',
    ]);
  });

  it('tell nothing of each other where an argument that is no such system tells them apart', async () => {
    const compose = (a: string, b: string) =>
      `services:\n${[a, b].map((role) => `  ${role}:\n    build: { context: ., args: { ROLE: ${role} } }\n`).join('')}`;
    const Dockerfile = `ARG ROLE\n${IMAGE}ENV ROLE=$ROLE\nCMD ["/shop"]\n`;
    const files = (a: string, b: string) => ({ ...GO, Dockerfile, 'compose.yaml': compose(a, b) });
    expect(await told(files('web', 'worker'))).toEqual(['web (., no health)', 'worker (., no health)']);
    expect(await told(files('alpine', 'slim'))).toEqual(['alpine (., /healthz)', 'slim (., /healthz)']);
  });

  it('tell nothing of each other where they start other things, nothing, or none has all of it', async () => {
    const none = ['shop (., no health)', 'shop-distroless (., no health)'];
    expect(await told(two(`${IMAGE}CMD ["/shop"]\n`, `${IMAGE}CMD ["/shop", "worker"]\n`))).toEqual(none);
    expect(await told(two(IMAGE, IMAGE))).toEqual(none);
    const built = (folder: string) => `${IMAGE.replace('-o /shop .', `-o /shop ${folder}`)}CMD ["/shop"]\n`;
    expect(await told(two(built('./server'), built('./worker')))).not.toEqual([
      'shop (., /healthz)',
      'shop-distroless (., /healthz)',
    ]);
    const part = 'FROM golang:1.26\nCOPY go.mod main.go ./\nCMD ["/shop"]\n';
    expect(await told(two(part, part))).toEqual(none);
  });
});

describe('A name that only says what an image stands on', () => {
  it.each([
    ['distroless-static', 'shop-distroless-static'],
    ['debian12-slim', 'shop-debian12-slim'],
    ['static-files', 'static-files'],
    ['alpinist', 'alpinist'],
    ['noble-metals', 'noble-metals'],
  ])('is no name of a program: %s', async (suffix, name) => {
    const files = {
      ...GO,
      'docker/Dockerfile.build': `${IMAGE}CMD ["/shop"]\n`,
      [`docker/Dockerfile.${suffix}`]: IMAGE,
      '.github/workflows/ci.yml': ['build', suffix].reduce(
        (text, part) =>
          `${text}      - uses: docker/build-push-action@v6\n        with: { file: docker/Dockerfile.${part}, push: true }\n`,
        'on: push\njobs:\n  image:\n    runs-on: ubuntu-latest\n    steps:\n',
      ),
    };
    expect((await profiled(files)).services.map((it) => it.name).sort()).toEqual([name, 'shop'].sort());
  });

  it('stands behind that of the program where an argument has it', async () => {
    const files = {
      ...GO,
      Dockerfile: `ARG BASE=alpine\n${IMAGE.replace('FROM alpine:3.24', 'FROM $BASE')}CMD ["/shop"]\n`,
      '.github/workflows/ci.yml': ['alpine', 'distroless'].reduce(
        (text, base) =>
          `${text}      - uses: docker/build-push-action@v6\n        with:\n          build-args: BASE=${base}\n`,
        'on: push\njobs:\n  image:\n    runs-on: ubuntu-latest\n    steps:\n',
      ),
    };
    expect(await told(files)).toEqual(['shop-alpine (., /healthz)', 'shop-distroless (., /healthz)']);
  });
});

describe('The name of a project', () => {
  it.each([
    ['setup.py', 'setup(\n    name="shop",\n    packages=["a"],\n)\n', 'shop'],
    ['setup.cfg', '[metadata]\nname = shop\n', 'shop'],
    ['setup.py', 'setup(\n    name=NAME,\n)\n', 'app'],
    ['pom.xml', '<project><artifactId>shop-parent</artifactId></project>\n', 'shop'],
    ['package.json', '{ "name": "@acme/shop-monorepo" }\n', 'shop'],
    ['package.json', '{ "name": "parent" }\n', 'parent'],
    ['package.json', '{ "name": "@shop/root" }\n', 'shop'],
    ['package.json', '{ "name": "monorepo" }\n', 'app'],
  ])('is what %s says, without what only says that it holds others', async (file, text, name) => {
    expect((await theService({ [file]: text, Dockerfile: 'FROM python:3.14\nCOPY . .\nCMD ./run\n' })).name).toBe(name);
  });
});

describe('A module of Go that is called by a domain alone', () => {
  it.each([
    ['shop.app/v2', 'shop'],
    ['shop.app', 'shop'],
    ['example.com/shop.js', 'shop.js'],
  ])('names the program without its ending: %s', async (module, name) => {
    const files = { ...GO, 'go.mod': `module ${module}\n\ngo 1.26\n`, Dockerfile: `${IMAGE}CMD ["/shop"]\n` };
    expect((await theService(files)).name).toBe(name);
  });
});

describe('A project without a name', () => {
  it.each([
    ['ENTRYPOINT ["tini", "--"]\nCMD /bin/shop', 'shop'],
    ['ENTRYPOINT ["/usr/bin/tini", "/usr/local/bin/shop-api", "serve"]', 'shop-api'],
    ['CMD ["/app/server"]', 'app'],
    ['ENTRYPOINT ["/entrypoint.sh"]', 'app'],
    ['ENTRYPOINT ["/server", "--data", "/var/lib/data"]', 'app'],
    ['CMD ["shop", "/etc/other"]', 'app'],
    ['CMD ["shop"]', 'app'],
    ['CMD ["/bin/Shop$NAME"]', 'app'],
  ])('has its image called by the program that it starts: %j', async (lines, name) => {
    const image = `FROM rust:1.91 AS build\nCOPY . .\nFROM alpine:3.24\nCOPY --from=build /shop /bin/shop\n${lines}\n`;
    const files = { 'Cargo.toml': '[workspace]\nmembers = []\n', Dockerfile: image };
    expect((await theService(files)).name).toBe(name);
  });

  it('is not called by what the image has from elsewhere', async () => {
    const files = {
      'Cargo.toml': '[workspace]\nmembers = []\n',
      Dockerfile: 'FROM redis:8\nCOPY . .\nCMD ["/bin/shop"]\n',
    };
    expect((await profiled(files)).services.map((it) => it.name)).not.toContain('shop');
  });
});

describe('A folder that is called like what an image stands on', () => {
  it('is the name of its service, unless it lies where Dockerfiles are kept', async () => {
    const files = {
      'package.json': '{ "name": "acme" }\n',
      'static/index.html': '',
      'static/Dockerfile': 'FROM nginx:1.29\nCOPY index.html /srv/\n',
    };
    expect((await theService(files)).name).toBe('static');
  });

  it('is read in one way, however long', async () => {
    const name = `${'ubi8-'.repeat(32)}x`;
    const files = {
      'package.json': '{ "name": "acme" }\n',
      [`docker/${name}/Dockerfile`]: 'FROM nginx:1.29\nCOPY package.json /srv/\n',
    };
    expect((await theService(files)).name).toBe(name);
  });
});

describe('A Dockerfile in a folder of examples', () => {
  it.each(['examples', '.examples', '_examples'])(
    'makes no service beside that of the repository: %s',
    async (folder) => {
      const image = `${IMAGE}CMD ["/shop"]\n`;
      const files = { ...GO, Dockerfile: image, [`${folder}/small/Dockerfile`]: 'FROM shop:1\nADD a.yaml /etc/\n' };
      expect((await profiled(files)).services.map(({ name }) => name)).toEqual(['shop']);
    },
  );
});
