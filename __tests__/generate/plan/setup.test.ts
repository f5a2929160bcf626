import { describe, expect, it } from 'vitest';
import { MANAGERS, type Unit } from '../../../src/domain/profile.ts';
import { generateOver, jobsOver } from '../generating.ts';
import { command, need, profileOf, requestOf, unit, unitOf } from '../profiles.ts';

/** The steps between the checkout and the test of a unit: what is used or run, with its inputs. */
function stepsFor(one: Unit) {
  const [, ...steps] = Object.values(jobsOver(profileOf([one])))[0]?.steps ?? [];
  return steps
    .filter(({ if: condition }) => condition !== 'failure()')
    .slice(0, -1)
    .map(({ uses, run, with: inputs }) => ({ [uses?.replace(/@.*/, '') ?? run ?? '']: inputs ?? {} }));
}

const version = (tool: string, value: string, file: string) => ({ tool, value, because: [{ file, line: 4 }] });

it('A lock file whose path has a quote keys a cache all the same', () => {
  const [cache] = stepsFor(unitOf('mix', { directory: "o'hub", lockfile: "o'hub/mix.lock" })).slice(1);
  expect(cache?.['actions/cache']).toMatchObject({ key: "mix-${{ runner.os }}-${{ hashFiles('o''hub/mix.lock') }}" });
});

describe('Setting up', () => {
  it.each([
    [
      'Go from go.mod, cached by go.sum',
      unit({ directory: 'cart', commands: { install: [], lint: [], test: [command('go test')], build: [] } }),
      [{ 'actions/setup-go': { 'go-version-file': 'cart/go.mod', 'cache-dependency-path': 'cart/go.sum' } }],
    ],
    ['Go without a lock file', unitOf('go'), [{ 'actions/setup-go': { 'go-version': 'stable', cache: false } }]],
    [
      'npm without a lock file',
      unitOf('npm'),
      [{ 'actions/setup-node': { 'node-version': '24', 'package-manager-cache': false } }],
    ],
    [
      'npm by .nvmrc',
      unitOf('npm', { lockfile: 'package-lock.json', version: version('node', '22', '.nvmrc') }),
      [
        {
          'actions/setup-node': {
            'node-version-file': '.nvmrc',
            cache: 'npm',
            'cache-dependency-path': 'package-lock.json',
          },
        },
      ],
    ],
    [
      'a version that only a Dockerfile names',
      unitOf('yarn-classic', { lockfile: 'yarn.lock', version: version('node', '20', 'Dockerfile') }),
      [{ 'actions/setup-node': { 'node-version': '20', cache: 'yarn', 'cache-dependency-path': 'yarn.lock' } }],
    ],
    [
      'Yarn by Corepack, after Node.js',
      unitOf('yarn-berry', { lockfile: 'yarn.lock' }),
      [{ 'actions/setup-node': { 'node-version': '24', 'package-manager-cache': false } }, { 'corepack enable': {} }],
    ],
    [
      '.NET by global.json, cached by its lock files',
      unitOf('nuget', { lockfile: 'a/packages.lock.json', version: version('dotnet', '10.0.100', 'global.json') }),
      [
        {
          'actions/setup-dotnet': {
            'global-json-file': 'global.json',
            cache: true,
            'cache-dependency-path': '**/packages.lock.json',
          },
        },
      ],
    ],
    [
      '.NET with the runtimes of older frameworks, cached beside the action',
      unitOf('nuget', {
        directory: 'api',
        version: version('dotnet', '10.0', 'api/A.csproj'),
        versions: [version('dotnet', '8.0', 'api/A.csproj')],
      }),
      [
        { 'actions/setup-dotnet': { 'dotnet-version': '10.0.x\n8.0.x' } },
        {
          'actions/cache': {
            path: '~/.nuget/packages',
            key: "nuget-packages-${{ runner.os }}-${{ hashFiles('api/**/*.*proj', '**/Directory.Packages.props') }}",
            'restore-keys': 'nuget-packages-${{ runner.os }}-',
          },
        },
      ],
    ],
    [
      'Elixir and OTP by the file that has both, with what is fetched and built',
      unitOf('mix', {
        directory: 'hub',
        lockfile: 'hub/mix.lock',
        version: version('elixir', '1.18.1', '.tool-versions'),
        versions: [version('erlang', '27.1', '.tool-versions')],
      }),
      [
        { 'erlef/setup-beam': { 'version-file': '.tool-versions', 'version-type': 'strict' } },
        {
          'actions/cache': {
            path: 'hub/deps\nhub/_build',
            key: "mix-${{ runner.os }}-${{ hashFiles('hub/mix.lock') }}",
            'restore-keys': 'mix-${{ runner.os }}-',
          },
        },
      ],
    ],
    [
      'the oldest Elixir that is asked for, with the OTP for it',
      unitOf('mix', { version: version('elixir', '~> 1.15', 'mix.exs') }),
      [{ 'erlef/setup-beam': { 'otp-version': '26', 'elixir-version': '1.15' } }],
    ],
    [
      'the oldest OTP that there is for an older one, with an Elixir that runs on it',
      unitOf('mix', {
        version: version('elixir', '1.10.4-otp-22', '.tool-versions'),
        versions: [version('erlang', '22.2.6', '.tool-versions')],
      }),
      [{ 'erlef/setup-beam': { 'otp-version': '24', 'elixir-version': '1.11.4' } }],
    ],
    [
      'a newer Elixir on the oldest OTP that there is',
      unitOf('mix', {
        version: version('elixir', '1.12.3', '.tool-versions'),
        versions: [version('erlang', '23', '.tool-versions')],
      }),
      [{ 'erlef/setup-beam': { 'otp-version': '24', 'elixir-version': '1.12.3' } }],
    ],
    [
      'the oldest Elixir that runs on an OTP that there is',
      unitOf('mix', { version: version('elixir', '~> 1.10', 'mix.exs') }),
      [{ 'erlef/setup-beam': { 'otp-version': '24', 'elixir-version': '1.11.4' } }],
    ],
    [
      'an OTP of which the newest release can be set up',
      unitOf('mix', {
        version: version('elixir', '~> 1.11', 'mix.exs'),
        versions: [version('erlang', '24', 'Dockerfile')],
      }),
      [{ 'erlef/setup-beam': { 'otp-version': '24', 'elixir-version': '1.11' } }],
    ],
    ['Elixir by default', unitOf('mix'), [{ 'erlef/setup-beam': { 'otp-version': '29', 'elixir-version': '1.20' } }]],
    [
      'Ruby by the file of its folder, with what Bundler installs',
      unitOf('bundler', {
        directory: 'hub',
        lockfile: 'hub/Gemfile.lock',
        version: version('ruby', '3.3.1', 'hub/.ruby-version'),
      }),
      [{ 'ruby/setup-ruby': { 'working-directory': 'hub', 'bundler-cache': true } }],
    ],
    [
      'the oldest Ruby that is asked for',
      unitOf('bundler', { version: version('ruby', '>= 3.1.2', 'a.gemspec') }),
      [{ 'ruby/setup-ruby': { 'ruby-version': '3.1' } }],
    ],
    [
      'Ruby by a file above',
      unitOf('bundler', { directory: 'hub', version: version('ruby', '3.3.1', '.ruby-version') }),
      [{ 'ruby/setup-ruby': { 'ruby-version': '3.3.1', 'working-directory': 'hub' } }],
    ],
    [
      'PHP of the last alternative, with what Composer downloads',
      unitOf('composer', { lockfile: 'composer.lock', version: version('php', '^7.4 || ^8.1', 'composer.json') }),
      [
        { 'shivammathur/setup-php': { 'php-version': '8.1', coverage: 'none', tools: 'composer:v2' } },
        {
          'actions/cache': {
            path: '~/.cache/composer/files',
            key: "composer-${{ runner.os }}-${{ hashFiles('composer.lock') }}",
            'restore-keys': 'composer-${{ runner.os }}-',
          },
        },
      ],
    ],
    [
      'composer with extensions',
      unitOf('composer', {
        version: version('php', '8.3', '.php-version'),
        extensions: ['intl', 'redis-6.0.2'].map((value) => ({ value, because: [{ file: 'composer.json', line: 4 }] })),
      }),
      [
        {
          'shivammathur/setup-php': {
            'php-version-file': '.php-version',
            extensions: 'intl, redis-6.0.2',
            coverage: 'none',
            tools: 'composer:v2',
          },
        },
      ],
    ],
    [
      'composer with what jobs tell PHP',
      unitOf('composer', {
        version: version('php', '8.3', '.php-version'),
        setUpInputs: [
          { name: 'ini-values', value: 'memory_limit=-1', because: [{ file: 'ci.yml', line: 4 }] },
          { name: 'coverage', value: 'pcov', because: [{ file: 'ci.yml', line: 4 }] },
        ],
      }),
      [
        {
          'shivammathur/setup-php': {
            'php-version-file': '.php-version',
            'ini-values': 'memory_limit=-1',
            coverage: 'pcov',
            tools: 'composer:v2',
          },
        },
      ],
    ],
    [
      'PHP by its own file',
      unitOf('composer', { version: version('php', '8.3', '.php-version') }),
      [{ 'shivammathur/setup-php': { 'php-version-file': '.php-version', coverage: 'none', tools: 'composer:v2' } }],
    ],
    [
      'Terraform by its constraint, with the providers that it has downloaded',
      unitOf('terraform', {
        directory: 'infra',
        lockfile: 'infra/.terraform.lock.hcl',
        version: version('terraform', '>= 1.5, != 1.6.0, < 2.0', 'infra/main.tf'),
      }),
      [
        { 'hashicorp/setup-terraform': { terraform_version: '>= 1.5 < 2.0', terraform_wrapper: false } },
        {
          'actions/cache': {
            path: 'infra/.terraform/providers',
            key: "terraform-${{ runner.os }}-${{ hashFiles('infra/.terraform.lock.hcl') }}",
            'restore-keys': 'terraform-${{ runner.os }}-',
          },
        },
      ],
    ],
    [
      'OpenTofu and TFLint',
      unitOf('terraform', {
        commands: {
          install: [command('tofu init')],
          lint: [],
          test: [command('tflint --init && tflint')],
          build: [],
        },
      }),
      [
        { 'opentofu/setup-opentofu': { tofu_version: '1.x', tofu_wrapper: false } },
        { 'tofu init': {} },
        { 'terraform-linters/setup-tflint': {} },
      ],
    ],
    [
      'Deno by its own file, cached by the lock of the unit',
      unitOf('deno', { lockfile: 'web/deno.lock', version: version('deno', '2.1.4', 'web/.dvmrc') }),
      [
        {
          'denoland/setup-deno': {
            'deno-version-file': 'web/.dvmrc',
            cache: true,
            'cache-hash': "${{ hashFiles('web/deno.lock') }}",
          },
        },
      ],
    ],
    [
      'Java and sbt, cached by what names its packages',
      unitOf('sbt', {
        directory: 'api',
        version: version('scala', '3.3.6', 'api/build.sbt'),
        versions: [version('java', '17', 'Dockerfile')],
      }),
      [
        {
          'actions/setup-java': {
            distribution: 'temurin',
            'java-version': '17',
            cache: 'sbt',
            'cache-dependency-path': 'api/**/*.sbt\napi/project/*.scala\napi/project/build.properties',
          },
        },
        { 'sbt/setup-sbt': {} },
      ],
    ],
    [
      'Swift, with what it has built',
      unitOf('spm', {
        directory: 'api',
        lockfile: 'api/Package.resolved',
        version: version('swift', '6.1.2', '.swift-version'),
      }),
      [
        { 'swift-actions/setup-swift': { 'swift-version': '6.1.2' } },
        {
          'actions/cache': {
            path: 'api/.build',
            key: "spm-${{ runner.os }}-${{ hashFiles('api/Package.resolved') }}",
            'restore-keys': 'spm-${{ runner.os }}-',
          },
        },
      ],
    ],
    [
      'a newer Swift than the oldest that may read the manifest',
      unitOf('spm', { version: version('swift', '5.9', 'Package.swift') }),
      [{ 'swift-actions/setup-swift': { 'swift-version': '6.2' } }],
    ],
    [
      'a newer Swift than one that the runners’ system never had',
      unitOf('spm', { version: version('swift', '5.7', '.swift-version') }),
      [{ 'swift-actions/setup-swift': { 'swift-version': '6.2' } }],
    ],
    [
      'the runner’s own Swift for a newer one',
      unitOf('spm', { version: version('swift', '6.4', 'Package.swift') }),
      [],
    ],
    ['Swift by default', unitOf('spm'), [{ 'swift-actions/setup-swift': { 'swift-version': '6.2' } }]],
    ['nothing for CMake and make', unitOf('cmake'), []],
    ['nothing for make', unitOf('make'), []],
    ['Meson', unitOf('meson'), [{ 'pipx install meson': {} }]],
    [
      'Conan, with what it has downloaded and built',
      unitOf('cmake', { commands: { ...unitOf('cmake').commands, install: [command('conan install .')] } }),
      [
        { 'pipx install conan': {} },
        {
          'actions/cache': {
            path: '~/.conan2/p',
            key: "conan-${{ runner.os }}-${{ hashFiles('conanfile.*') }}",
            'restore-keys': 'conan-${{ runner.os }}-',
          },
        },
        { 'conan install .': {} },
      ],
    ],
    [
      'what vcpkg has built',
      unitOf('cmake', { commands: { ...unitOf('cmake').commands, build: [command('$VCPKG_INSTALLATION_ROOT')] } }),
      [
        {
          'actions/cache': {
            path: '~/.cache/vcpkg/archives',
            key: "vcpkg-${{ runner.os }}-${{ hashFiles('vcpkg*.json') }}",
            'restore-keys': 'vcpkg-${{ runner.os }}-',
          },
        },
      ],
    ],
    [
      'Helm by its release, and chart-testing by its own',
      unitOf('helm', {
        version: version('helm', '3.14.1', 'ci.yml'),
        versions: [version('chart-testing', '3.11.0', 'ci.yml')],
        commands: {
          install: [command('helm dependency build')],
          lint: [],
          test: [command('ct lint --charts a')],
          build: [],
        },
      }),
      [
        { 'azure/setup-helm': { version: 'v3.14.1' } },
        { 'helm dependency build': {} },
        { 'helm/chart-testing-action': { version: '3.11.0' } },
      ],
    ],
    [
      'a cluster for charts that are installed in one',
      unitOf('helm', {
        commands: {
          install: [],
          lint: [],
          test: [
            command('kind create cluster --wait 120s'),
            command('kubectl apply -f a'),
            command('ct install --charts a'),
          ],
          build: [],
        },
        needs: [need('kubernetes')],
      }),
      [
        { 'azure/setup-helm': { version: 'latest' } },
        { 'kind create cluster --wait 120s': {} },
        { 'kubectl apply -f a': {} },
        { 'helm/chart-testing-action': {} },
      ],
    ],
    [
      'Helm where only a part of its version is known',
      unitOf('helm', { version: version('helm', '3', 'mise.toml') }),
      [{ 'azure/setup-helm': { version: 'latest' } }],
    ],
    [
      'Buf for its commands alone',
      unitOf('buf', { version: version('buf', '1.50.1', '.tool-versions') }),
      [{ 'bufbuild/buf-action': { version: '1.50.1', setup_only: true } }],
    ],
    [
      'Buf of a release that its action still takes',
      unitOf('buf', { version: version('buf', '1.20.0', '.tool-versions') }),
      [{ 'bufbuild/buf-action': { setup_only: true } }],
    ],
    ['nothing for kustomize, which is there', unitOf('kustomize'), []],
    [
      'Bats for scripts',
      unitOf('shell', { commands: { install: [], lint: [], test: [command('bats test')], build: [] } }),
      [{ 'sudo apt-get update && sudo apt-get install --yes bats': {} }],
    ],
    ['Deno by default', unitOf('deno'), [{ 'denoland/setup-deno': { 'deno-version': '2.x' } }]],
    [
      'pnpm before Node.js, by the field that its action reads',
      unitOf('pnpm', {
        lockfile: 'pnpm-lock.yaml',
        versions: [version('pnpm', '9.1.0', 'package.json')],
      }),
      [
        { 'pnpm/action-setup': {} },
        { 'actions/setup-node': { 'node-version': '24', cache: 'pnpm', 'cache-dependency-path': 'pnpm-lock.yaml' } },
      ],
    ],
    [
      'another runtime after Node.js, where scripts start it',
      unitOf('npm', { versions: [version('deno', '2.9.4', 'ci.yml')] }),
      [
        { 'actions/setup-node': { 'node-version': '24', 'package-manager-cache': false } },
        { 'denoland/setup-deno': { 'deno-version': '2.9.4' } },
      ],
    ],
    [
      'pnpm by the field of another folder',
      unitOf('pnpm', { directory: 'web', versions: [version('pnpm', '9.1.0', 'web/package.json')] }),
      [
        { 'pnpm/action-setup': { package_json_file: 'web/package.json' } },
        { 'actions/setup-node': { 'node-version': '24', 'package-manager-cache': false } },
      ],
    ],
    [
      'pnpm of a version that stands elsewhere',
      unitOf('pnpm', { versions: [version('pnpm', '8', 'pnpm-lock.yaml')] }),
      [
        { 'pnpm/action-setup': { version: '8' } },
        { 'actions/setup-node': { 'node-version': '24', 'package-manager-cache': false } },
      ],
    ],
    [
      'Bun, and a cache of what it installs',
      unitOf('bun', { lockfile: 'bun.lock' }),
      [
        { 'oven-sh/setup-bun': { 'bun-version': 'latest' } },
        {
          'actions/cache': {
            path: '~/.bun/install/cache',
            key: "bun-${{ runner.os }}-${{ hashFiles('bun.lock') }}",
            'restore-keys': 'bun-${{ runner.os }}-',
          },
        },
      ],
    ],
    [
      'uv, which finds its Python itself',
      unitOf('uv', {
        directory: 'api',
        lockfile: 'api/uv.lock',
        version: version('python', '>=3.12', 'api/pyproject.toml'),
      }),
      [
        {
          'astral-sh/setup-uv': {
            'working-directory': 'api',
            'enable-cache': true,
            'cache-dependency-glob': 'api/uv.lock',
          },
        },
      ],
    ],
    [
      'uv of a Python that only a Dockerfile or asdf names',
      unitOf('uv', { version: version('python', '3.12', '.tool-versions') }),
      [{ 'astral-sh/setup-uv': { 'python-version': '3.12', 'enable-cache': false } }],
    ],
    [
      'Poetry before Python, whose cache asks it',
      unitOf('poetry', { lockfile: 'poetry.lock', version: version('python', '^3.11', 'pyproject.toml') }),
      [
        { 'pipx install poetry': {} },
        {
          'actions/setup-python': {
            'python-version-file': 'pyproject.toml',
            cache: 'poetry',
            'cache-dependency-path': 'poetry.lock',
          },
        },
      ],
    ],
    [
      'pip by its requirement files',
      unitOf('pip', {
        directory: 'api',
        commands: {
          install: [command('python -m pip install -r requirements.txt -r dev.txt', 'api')],
          lint: [],
          test: [command('pytest', 'api')],
          build: [],
        },
      }),
      [
        {
          'actions/setup-python': {
            'python-version': '3.13',
            cache: 'pip',
            'cache-dependency-path': 'api/requirements.txt\napi/dev.txt',
          },
        },
        { 'python -m pip install -r requirements.txt -r dev.txt': {} },
      ],
    ],
    [
      'Java with the next long-term release',
      unitOf('maven', { directory: 'ledger', version: version('java', '1.8', 'ledger/pom.xml') }),
      [
        {
          'actions/setup-java': {
            distribution: 'temurin',
            'java-version': '8',
            cache: 'maven',
            'cache-dependency-path': 'ledger/**/pom.xml',
          },
        },
      ],
    ],
    ...[
      ['22', '22.0.1', 'temurin'],
      ['14', '14.0.2', 'zulu'],
      ['8', '1.7', 'temurin'],
    ].map(([release = '', written = '', distribution = '']): [string, Unit, unknown[]] => [
      `Java ${written} as pipelines set it up`,
      unitOf('gradle', { version: version('java', written, '.github/workflows/ci.yml') }),
      [
        { 'actions/setup-java': { distribution, 'java-version': release } },
        { 'gradle/actions/setup-gradle': { 'cache-provider': 'basic' } },
      ],
    ]),
    ...[
      ['15', { distribution: 'zulu', 'java-version': '15' }],
      ['16', { distribution: 'temurin', 'java-version-file': '.java-version' }],
    ].map(([release, setUp]): [string, Unit, unknown[]] => [
      `Java ${release} of a file, of whom has it`,
      unitOf('gradle', { version: version('java', String(release), '.java-version') }),
      [{ 'actions/setup-java': setUp }, { 'gradle/actions/setup-gradle': { 'cache-provider': 'basic' } }],
    ]),
    [
      'Gradle after Java, with the cache that is GitHub’s',
      unitOf('gradle', { version: version('java', '16', 'build.gradle') }),
      [
        { 'actions/setup-java': { distribution: 'temurin', 'java-version': '17' } },
        { 'gradle/actions/setup-gradle': { 'cache-provider': 'basic' } },
      ],
    ],
    [
      'the Gradle of a wrapper that cannot start by itself',
      unitOf('gradle', {
        versions: [version('gradle', '8.10', 'gradle/wrapper/gradle-wrapper.properties')],
        commands: { install: [], lint: [], test: [command('gradle check')], build: [] },
      }),
      [
        { 'actions/setup-java': { distribution: 'temurin', 'java-version': '21' } },
        { 'gradle/actions/setup-gradle': { 'gradle-version': '8.10', 'cache-provider': 'basic' } },
      ],
    ],
    [
      'the Gradle of a wrapper that cannot start by itself, behind variables',
      unitOf('gradle', {
        versions: [version('gradle', '8.10', 'gradle/wrapper/gradle-wrapper.properties')],
        commands: { install: [], lint: [], test: [command('SHOP_MODE=test gradle check')], build: [] },
      }),
      [
        { 'actions/setup-java': { distribution: 'temurin', 'java-version': '21' } },
        { 'gradle/actions/setup-gradle': { 'gradle-version': '8.10', 'cache-provider': 'basic' } },
      ],
    ],
    [
      'no Gradle but that of a wrapper',
      unitOf('gradle', {
        versions: [version('gradle', '8.10', 'gradle/wrapper/gradle-wrapper.properties')],
        commands: { install: [], lint: [], test: [command('./gradlew check')], build: [] },
      }),
      [
        { 'actions/setup-java': { distribution: 'temurin', 'java-version': '21' } },
        { 'gradle/actions/setup-gradle': { 'cache-provider': 'basic' } },
      ],
    ],
    [
      'the newest PHP of a release that is named by its first number alone',
      unitOf('composer', { version: version('php', '^8', 'composer.json') }),
      [{ 'shivammathur/setup-php': { 'php-version': '8.x', coverage: 'none', tools: 'composer:v2' } }],
    ],
    [
      'Rust without warnings as errors of its own',
      unitOf('cargo', { directory: 'api', lockfile: 'api/Cargo.lock' }),
      [
        {
          'actions-rust-lang/setup-rust-toolchain': {
            toolchain: 'stable',
            cache: true,
            'cache-workspaces': 'api',
            rustflags: '',
          },
        },
      ],
    ],
  ] satisfies readonly (readonly [string, Unit, readonly unknown[]])[])('%s', (_, one, steps) => {
    expect(stepsFor(one)).toEqual(steps);
  });

  it.each(MANAGERS)(
    '%s uses only actions and inputs that the catalogue has, with and without a lock file',
    (manager) => {
      for (const lockfile of [null, 'lock'])
        expect(generateOver(profileOf([unitOf(manager, { lockfile, directory: 'x y' })])).text).toContain('ci-gate:');
    },
  );

  it.each([
    ['go', 'go', 'go-version'],
    ['pnpm', 'node', 'node-version'],
    ['bun', 'bun', 'bun-version'],
    ['uv', 'python', 'python-version'],
    ['poetry', 'python', 'python-version'],
    ['maven', 'java', 'java-version'],
    ['gradle', 'java', 'java-version'],
    ['cargo', 'rust', 'toolchain'],
  ] as const)('%s takes versions of %s from a matrix', (manager, tool, input) => {
    const wish = requestOf({ kind: 'matrix', for: { all: true }, tool, versions: ['1', '2'] });
    const [job] = Object.values(jobsOver(profileOf([unitOf(manager)]), wish));
    expect(job?.steps.flatMap(({ with: inputs }) => inputs?.[input] ?? [])).toEqual(['${{ matrix.version }}']);
  });

  it('says where a version comes from, and that it comes from nowhere', () => {
    const found = generateOver(profileOf([unitOf('npm', { version: version('node', '20', 'Dockerfile') })])).text;
    expect(found).toContain('node-version: "20" # Dockerfile:4\n');
    expect(generateOver(profileOf([unitOf('npm')])).text).toContain('node-version: "24" # the repository names none\n');
  });
});
