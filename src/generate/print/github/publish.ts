import type { Step } from '../../../domain/pipeline.ts';
import type { Publication } from '../../../domain/publication.ts';
import { entry, map, plain, scalar, type YamlEntry, type YamlNode } from '../yaml.ts';
import { actionStep, type Inputs, type Press } from './actions.ts';
import { shellWord } from './shell.ts';
import { asPath, literal } from './text.ts';

/** Where packages are put before they are handed over: outside of the work tree, so that no manifest takes them for sources. */
const PACKED = '${{ runner.temp }}/packages';

/** Packages leave the job that made them: what publishes has no code of the repository, and what builds has no right to publish. */
export function handOver(press: Press, { artifact }: Extract<Step, { kind: 'hand-over' }>): YamlNode {
  return actionStep(press, {
    name: 'Hand the packages over',
    uses: 'actions/upload-artifact',
    with: { name: artifact, path: plain(PACKED), 'if-no-files-found': 'error', 'retention-days': 1 },
  });
}

/** The steps that publish, by the identity of the workflow wherever the registry trusts it. */
export function publishSteps(press: Press, publication: Publication): YamlNode[] {
  switch (publication.registry) {
    case 'npm':
      return [...takeOver(press, publication.artifacts), node(press), command('Publish', NPM)];
    case 'pypi':
      return [...takeOver(press, publication.artifacts), pypi(press, publication.artifacts.length > 1)];
    case 'nuget':
      return [...takeOver(press, publication.artifacts), nugetLogin(press), nugetPush()];
    case 'rubygems':
      return [...takeOver(press, publication.artifacts), gemLogin(press), command('Publish', GEMS)];
    case 'crates':
      return [crateLogin(press), cargoPublish(publication)];
    case 'maven-central':
      return [mavenPublish(publication)];
  }
}

/** What setup-java writes into Maven's settings: names of variables, not what they hold. */
export function deployInputs(server: string): Inputs {
  return {
    'server-id': server,
    'server-username': 'MAVEN_USERNAME',
    'server-password': 'MAVEN_PASSWORD',
    'gpg-private-key': plain('${{ secrets.GPG_PRIVATE_KEY }}'),
    'gpg-passphrase': 'MAVEN_GPG_PASSPHRASE',
  };
}

/** Each by its name: by a pattern, what any other job of the run has put there under such a name would be published as well. */
function takeOver(press: Press, artifacts: readonly [string, ...string[]]): YamlNode[] {
  return artifacts.map((name) =>
    actionStep(press, {
      name: artifacts.length === 1 ? 'Take the packages over' : `Take ${name} over`,
      uses: 'actions/download-artifact',
      with: { name, path: 'packages' },
    }),
  );
}

function node(press: Press): YamlNode {
  return actionStep(press, {
    name: 'Set up Node.js',
    uses: 'actions/setup-node',
    with: {
      'node-version': { value: literal('24'), why: 'Trusted publishing needs npm 11.5.1, which comes with it.' },
      'package-manager-cache': false,
    },
  });
}

/** A tarball runs none of its scripts. What the registry has already stays, so that a release that broke off can be run again. */
const NPM = [
  'for package in packages/*.tgz; do',
  `  id=$(tar --extract --gzip --to-stdout --file "$package" package/package.json | jq --raw-output '"\\(.name)@\\(.version)"')`,
  '  if npm view "$id" version > /dev/null 2>&1; then',
  '    echo "$id is there already."',
  '  else',
  '    npm publish "./$package"',
  '  fi',
  'done',
].join('\n');

const GEMS = ['for package in packages/*.gem; do', '  gem push "$package"', 'done'].join('\n');

function pypi(press: Press, isSeveral: boolean): YamlNode {
  return actionStep(press, {
    name: 'Publish',
    uses: 'pypa/gh-action-pypi-publish',
    with: { 'packages-dir': 'packages', 'skip-existing': isSeveral ? true : null },
  });
}

function nugetLogin(press: Press): YamlNode {
  return actionStep(press, {
    name: 'Exchange the token',
    id: 'login',
    uses: 'NuGet/login',
    with: { user: plain('${{ vars.NUGET_USER }}') },
  });
}

function nugetPush(): YamlNode {
  return command(
    'Publish',
    'dotnet nuget push \'packages/*.nupkg\' --api-key "$NUGET_API_KEY" --source https://api.nuget.org/v3/index.json --skip-duplicate',
    [entry('NUGET_API_KEY', plain('${{ steps.login.outputs.NUGET_API_KEY }}'))],
  );
}

function gemLogin(press: Press): YamlNode {
  return actionStep(press, { name: 'Exchange the token', uses: 'rubygems/configure-rubygems-credentials' });
}

function crateLogin(press: Press): YamlNode {
  return actionStep(press, { name: 'Exchange the token', id: 'auth', uses: 'rust-lang/crates-io-auth-action' });
}

/** Verified where no token is: here no build script of anybody runs beside it. */
function cargoPublish({ crates, directory }: Extract<Publication, { registry: 'crates' }>): YamlNode {
  const wanted = crates.map((name) => ` --package ${shellWord(name)}`).join('');
  return command(
    'Publish',
    `cargo publish --no-verify${wanted}`,
    [entry('CARGO_REGISTRY_TOKEN', plain('${{ steps.auth.outputs.token }}'))],
    directory,
  );
}

function mavenPublish({ tool, run, directory }: Extract<Publication, { registry: 'maven-central' }>): YamlNode {
  const variables = (tool === 'maven' ? MAVEN : GRADLE).map(([name, secret]) =>
    entry(name, plain(`\${{ secrets.${secret} }}`)),
  );
  return command('Publish', run, variables, directory);
}

const MAVEN: readonly (readonly [string, string])[] = [
  ['MAVEN_USERNAME', 'MAVEN_CENTRAL_USERNAME'],
  ['MAVEN_PASSWORD', 'MAVEN_CENTRAL_PASSWORD'],
  ['MAVEN_GPG_PASSPHRASE', 'GPG_PASSPHRASE'],
];

/** As the Gradle plugin reads them. (vanniktech, "gradle-maven-publish-plugin", "Maven Central") */
const GRADLE: readonly (readonly [string, string])[] = [
  ['ORG_GRADLE_PROJECT_mavenCentralUsername', 'MAVEN_CENTRAL_USERNAME'],
  ['ORG_GRADLE_PROJECT_mavenCentralPassword', 'MAVEN_CENTRAL_PASSWORD'],
  ['ORG_GRADLE_PROJECT_signingInMemoryKey', 'GPG_PRIVATE_KEY'],
  ['ORG_GRADLE_PROJECT_signingInMemoryKeyPassword', 'GPG_PASSPHRASE'],
];

function command(name: string, run: string, variables: readonly YamlEntry[] = [], directory = '.'): YamlNode {
  return map([
    entry('name', scalar(name)),
    directory === '.' ? null : entry('working-directory', literal(asPath(directory))),
    variables.length === 0 ? null : entry('env', map(variables)),
    entry('run', literal(run)),
  ]);
}
