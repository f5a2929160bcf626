import type { Registry } from '../../../domain/profile.ts';

const FILE = 'generated-release.yml';

/**
 * What a person must set up before a package can be published: one sentence. The environment that the publication stands in is called as the
 * registry: that trusts it, or it holds the secrets.
 */
export function publishSetup(registry: Registry, names: readonly string[], tool: 'maven' | 'gradle' | null): string {
  const what = names.join(', ');
  const place = `the environment ${registry}, protected so that only a release reaches it`;
  const trusted = (where: string) =>
    `${where}, make the workflow ${FILE} of this repository the trusted publisher of ${what}, with ${place}.`;
  switch (registry) {
    case 'npm':
      return `${trusted('On npmjs.com')} A package that is not there yet must be published once by a person.`;
    case 'pypi':
      return trusted('On pypi.org');
    case 'crates':
      return `${trusted('On crates.io')} A crate that is not there yet must be published once by a person.`;
    case 'nuget':
      return `${trusted('On nuget.org')} Set the variable NUGET_USER there to the name of the profile on nuget.org.`;
    case 'rubygems':
      return trusted('On rubygems.org');
    case 'maven-central': {
      const signs = tool === 'gradle' ? 'as the Gradle plugin reads it' : 'as setup-java imports it';
      return `Maven Central trusts no workflow: set the secrets MAVEN_CENTRAL_USERNAME and MAVEN_CENTRAL_PASSWORD (a token of central.sonatype.com), GPG_PRIVATE_KEY (${signs}) and GPG_PASSPHRASE in ${place}.`;
    }
  }
}
