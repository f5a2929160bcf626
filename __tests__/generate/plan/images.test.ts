import { describe, expect, it } from 'vitest';
import { generateOver, jobsOver, type WorkflowJob } from '../generating.ts';
import { command, profileOf, requestOf, service, unit, unitOf } from '../profiles.ts';

const maven = unitOf('maven', {
  directory: 'ledger',
  ecosystem: 'java',
  commands: { install: [], lint: [], test: [], build: [command('mvn package', 'ledger')] },
});

const go = unitOf('go', { commands: { install: [command('go mod download')], lint: [], test: [], build: [] } });

describe('Images', () => {
  it('are built alone where there is one service', () => {
    const image = { buildArgs: { A: '1', B: 'two\nlines "q"', C: 'a\rb' }, target: 'final' };
    const jobs = jobsOver(profileOf([], [service('web', { image })]));
    expect(Object.keys(jobs)).toEqual(['web-image', 'ci-gate']);
    expect(jobs['web-image']?.steps.at(-1)?.with).toEqual({
      context: 'web',
      file: 'web/Dockerfile',
      target: 'final',
      'build-args': 'A=1\n"B=two\nlines ""q"""\n"C=a\rb"',
      'cache-from': 'type=gha,scope=web',
      'cache-to': 'type=gha,scope=web,mode=max',
      push: false,
    });
  });

  it('are built in one matrix where there are several, each with a cache of its own', () => {
    const jobs = jobsOver(
      profileOf([], [service('a', { directory: '.' }), service('b', { directory: '.', image: { target: 't' } })]),
    );
    expect(jobs.image?.strategy?.matrix).toEqual({
      include: [
        { service: 'a', context: '.', dockerfile: 'Dockerfile' },
        { service: 'b', context: '.', dockerfile: 'Dockerfile', target: 't' },
      ],
    });
    expect(jobs.image?.steps.at(-1)?.with).toMatchObject({
      target: '${{ matrix.target }}',
      'cache-from': 'type=gha,scope=${{ matrix.service }}',
    });
    expect(jobs.image?.steps.at(-1)?.with).not.toHaveProperty('build-args');
  });

  it('come after the build of what their Dockerfile copies, in the same job', () => {
    const jobs = jobsOver(profileOf([maven], [service('ledger', { image: { prebuilt: ['target/app.jar'] } })]));
    const steps = jobs['ledger-image']?.steps.map(({ name }) => name);
    expect(steps).toEqual(['Check out the code', 'Set up Java', 'Build', 'Set up Buildx', 'Build the image']);
  });

  it.each([
    ['apps/build.sh', ', which no build here makes (apps/build.sh may)'],
    [null, ', and nothing that is known here makes it'],
  ])(
    'are left out, and it is said, where the build of no unit makes what their Dockerfile copies: %s',
    (madeBy, why) => {
      const profile = profileOf([maven], [service('ledger', { image: { prebuilt: ['dist/conf'], madeBy } })]);
      expect(Object.keys(jobsOver(profile))).not.toContain('ledger-image');
      const { findings } = generateOver(profile);
      expect(findings.map(({ message }) => message).join()).toContain(
        `the Dockerfile of ledger needs dist/conf${why}.`,
      );
    },
  );

  it('come after the commands that are written down for what their Dockerfile copies', () => {
    const madeFirst = [{ run: 'go build -o api ./cmd/api', directory: '.', because: [] }];
    const api = service('api', { image: { prebuilt: ['api'], madeFirst } });
    const steps = jobsOver(profileOf([go], [api]))['api-image']?.steps ?? [];
    expect(steps.map(({ name }) => name)).toEqual([
      'Check out the code',
      'Set up Go',
      'Install dependencies',
      'Build',
      'Set up Buildx',
      'Build the image',
    ]);
    expect(steps[3]).toMatchObject({ run: 'go build -o api ./cmd/api' });
    for (const [units, commands] of [
      [[go], []],
      [[maven], madeFirst],
    ] as const) {
      const profile = profileOf([...units], [service('api', { image: { prebuilt: ['api'], madeFirst: commands } })]);
      expect(Object.keys(jobsOver(profile))).not.toContain('api-image');
      expect(
        generateOver(profile)
          .findings.map(({ message }) => message)
          .join(),
      ).toContain('the Dockerfile of api needs api, which GoReleaser builds.');
    }
  });

  it('are built each in the way of its own unit, where several units lie around them', () => {
    const commands = (run: string) => ({ install: [], lint: [], test: [], build: [command(run)] });
    const gradle = unitOf('gradle', { ecosystem: 'kotlin', commands: commands('./gradlew assemble') });
    const node = unitOf('pnpm', { ecosystem: 'node', commands: commands('pnpm build') });
    const installed = { prebuilt: ['build/install/a'], madeFirst: [command('./gradlew installDist')] };
    const services = [
      service('a', { image: { ...installed, builtBy: 'gradle' } }),
      service('b', { image: { prebuilt: ['dist'], builtBy: 'pnpm' } }),
      service('c', { image: { ...installed, builtBy: 'gradle' } }),
    ];
    const jobs = jobsOver(profileOf([gradle, node], services));
    const builtIn = (job: string) => jobs[job]?.steps.find(({ name }) => name === 'Build')?.run;
    expect(builtIn('image')).toBe('./gradlew installDist');
    expect(builtIn('b-image')).toBe('pnpm build');
    expect(jobs['b-image']?.steps.map(({ name }) => name)).toContain('Set up Node.js');
  });

  it('are left out, and it is said, where they stand upon an image that only the repository itself builds', () => {
    const because = [{ file: 'scripts/images.sh', line: 3, excerpt: 'docker build -t base .' }];
    const profile = profileOf([maven], [service('ledger', { image: { standsOn: { value: 'base:1', because } } })]);
    expect(Object.keys(jobsOver(profile))).not.toContain('ledger-image');
    const { findings } = generateOver(profile);
    expect(findings.map(({ message }) => message).join()).toContain(
      'the Dockerfile of ledger stands upon base:1, which scripts/images.sh builds first.',
    );
  });

  describe('whose Dockerfile copies what one module of a build makes', () => {
    const part = (name: string) =>
      service(name, {
        directory: `ledger/${name}`,
        image: { prebuilt: [`target/${name}.jar`], module: name },
      });
    const buildIn = (job: WorkflowJob | undefined) => job?.steps.find(({ name }) => name === 'Build');
    it('come after the build of that module and what it needs, by its name in a variable', () => {
      const job = jobsOver(profileOf([maven], [part('a b')]))['a-b-image'];
      expect(buildIn(job)).toMatchObject({
        run: 'mvn package --projects "$MODULE" --also-make',
        env: { MODULE: 'a b' },
      });
    });

    it('share one matrix, whose rows name it', () => {
      const jobs = jobsOver(profileOf([maven], [part('a'), part('b')]));
      expect(Object.keys(jobs)).toEqual(['changes', 'ledger-build', 'image', 'ci-gate']);
      expect(buildIn(jobs.image)?.env).toEqual({ MODULE: '${{ matrix.module }}' });
      expect(jobs.changes?.steps.map(({ run }) => run).join()).toContain('"module":"b"');
    });

    it.each([
      ['is more than a call of Maven', 'mvn test && true --projects'],
      ['names modules of its own', 'mvn -pl web package'],
      ['names them in words', 'mvn package --projects web --also-make'],
      ['is of another file', 'mvn -f other/pom.xml package'],
    ])('come after the whole build where its command %s', (_, run) => {
      const other = { ...maven, commands: { ...maven.commands, build: [command(run, 'ledger', 'pom.xml')] } };
      expect(buildIn(jobsOver(profileOf([other], [part('a')]))['a-image'])).toMatchObject({ run });
    });
  });

  it('share one matrix where the same build comes first, which does nothing where the change concerns no image', () => {
    const parts = ['a', 'b'].map((name) =>
      service(name, { directory: `ledger/${name}`, image: { prebuilt: [`target/${name}.jar`] } }),
    );
    const jobs = jobsOver(profileOf([maven], parts));
    expect(Object.keys(jobs)).toEqual(['changes', 'ledger-build', 'image', 'ci-gate']);
    expect(jobs.image?.steps.map(({ name }) => name)).toEqual([
      'Check out the code',
      'Set up Java',
      'Build',
      'Set up Buildx',
      'Build the image',
    ]);
    expect(jobs.image?.if).toBeUndefined();
    expect(new Set(jobs.image?.steps.map((step) => step.if))).toEqual(new Set(["matrix.context != ''"]));
  });

  it('without a Dockerfile are built by the tool of the unit around them, and pushed nowhere', () => {
    const build = [command('dotnet publish Api.csproj -t:PublishContainer', 'src/Api')];
    const api = service('api', { directory: 'src/Api', image: { kind: 'dotnet-sdk', dockerfile: null, build } });
    const { text, findings } = generateOver(profileOf([unitOf('nuget', { ecosystem: 'dotnet' })], [api]));
    expect(findings).toEqual([]);
    expect(text).not.toContain('docker/');
    const jobs = jobsOver(profileOf([unitOf('nuget', { ecosystem: 'dotnet' })], [api]));
    expect(jobs['api-image']?.steps.slice(1)).toMatchObject([
      { name: 'Set up .NET' },
      { name: 'Cache dependencies' },
      {
        name: 'Build the image',
        'working-directory': 'src/Api',
        run: 'dotnet publish Api.csproj -t:PublishContainer',
      },
    ]);
  });

  it('come after what their modules are made of, and after the tool that runners lack', () => {
    const build = [command('mvn -pl api -am install'), command('mvn package jib:dockerBuild', 'ledger/api')];
    const image = { kind: 'jib', dockerfile: null, build } as const;
    const steps = jobsOver(profileOf([maven], [service('api', { directory: 'ledger/api', image })]))['api-image']
      ?.steps;
    expect(steps?.slice(2)).toMatchObject([
      { name: 'Build what it is made of', run: 'mvn -pl api -am install' },
      { name: 'Build the image', 'working-directory': 'ledger/api', run: 'mvn package jib:dockerBuild' },
    ]);
    const ko = { kind: 'ko', dockerfile: null, build: [command('ko build --local ./cmd/api')] } as const;
    const jobs = jobsOver(profileOf([unit()], [service('api', { image: ko })]));
    expect(jobs['api-image']?.steps.slice(2)).toMatchObject([
      { name: 'Install ko', env: { KO_DOCKER_REPO: 'ko.local' } },
      { name: 'Build the image', run: 'ko build --local ./cmd/api' },
    ]);
  });

  it.each([
    ['is built by another tool', { kind: 'jib', dockerfile: null } as const, 'is built by jib'],
    [
      'is built by a tool that no unit brings',
      { kind: 'jib', dockerfile: null, build: [command('mvn jib:dockerBuild')] } as const,
      'which no unit around it brings',
    ],
    ['copies what cannot be known', { prebuilt: ['${NAME}.jar'] }, 'needs ${NAME}.jar'],
    [
      'stands upon what cannot be known, whatever it copies',
      { prebuilt: ['build/libs/app.jar', 'shop/base:$BASE_VERSION'] },
      'nothing says what BASE_VERSION is: give the ARG a default',
    ],
    [
      'stands upon what has a default that is no value',
      { prebuilt: ['shop/build:PLEASE_GIVE_GO_VERSION-${PLATFORM/x/y}'] },
      'where PLEASE_GIVE_GO_VERSION is no value: give its ARG a default that is one',
    ],
    [
      'stands upon what the build makes of an argument',
      { prebuilt: ['shop/build:1-${PLATFORM/x/y}'] },
      'what the build makes of PLATFORM is not known here',
    ],
    [
      'copies what nothing makes for a platform that each build is told',
      { prebuilt: ['bin/app-${TARGETARCH}'] },
      'needs bin/app-${TARGETARCH}, and nothing that is known here makes it',
    ],
    ['copies what nothing makes', { prebuilt: ['out/app'] }, 'needs out/app'],
  ])('are left out and said where one %s', (_, image, words) => {
    const profile = profileOf([unit({ directory: 'cart' })], [service('web', { image })]);
    const { text, findings } = generateOver(profile);
    expect(text).not.toContain('build-push-action');
    expect(findings).toMatchObject([{ rule: 'INTENT_NOT_SUPPORTED', level: 'warning' }]);
    expect(findings[0]?.message).toContain(words);
    expect(findings[0]?.message).toMatch(/\. Nobody has asked for it: the repository shows it\.$/);
    expect(findings[0]).toMatchObject({ file: 'web/Dockerfile', range: { start: { line: 1, column: 1 } } });
    expect(findings[0]?.help).toMatch(/ It comes by itself once the reason is gone\.$/);
  });

  it('run on a machine of their own where that is asked for, apart from the others', () => {
    const services = ['a', 'b', 'c'].map((name) => service(name));
    const jobs = jobsOver(
      profileOf([], services),
      requestOf({ kind: 'runner', for: { service: 'b' }, labels: ['ubuntu-22.04'] }),
    );
    expect(Object.keys(jobs)).toEqual(['changes', 'b-image', 'image', 'ci-gate']);
    expect(jobs['b-image']?.['runs-on']).toBe('ubuntu-22.04');
  });

  it('stand in as many matrices as GitHub needs for more than 256', () => {
    const services = Array.from({ length: 300 }, (_, number) => service(`s${number}`, { directory: '.' }));
    const jobs = jobsOver(profileOf([], services));
    const rows = Object.values(jobs).flatMap(({ strategy }) =>
      strategy ? [(strategy.matrix.include as unknown[]).length] : [],
    );
    expect(rows).toEqual([256, 44]);
    expect(Object.keys(jobs)).toEqual(['image', 'image-2', 'ci-gate']);
  });
});
