import type { Pattern } from './pattern.ts';

/** How something is taken away or passed over. */
export const REMOVE =
  "remove|removes|removing|drop|drops|delete|disable|disables|disabled|deactivate|skip|skips|skipping|bypass|ignore|suppress|silence|mute|turn off|switch off|turned off|switched off|off|stop|don't|dont|do not|no longer|without|get rid of|kill|comment out|never|no more|out|leave out|ditch|take out|take away|circumvent|override|overrule|forget|waive|avoid|not need|no need|hide|forget about|exempt|rip out|throw out|strip out|strip|nix|axe|retire|lose|can live without|could live without|can do without|could do without";
const CHECKED = 'test|tests|testing|unit tests|test suite|tests off';

/** Checks that no words take away. */
export const REMOVALS: readonly Pattern[] = [
  {
    rule: 'removes-tests',
    all: [REMOVE, CHECKED],
    unlessNumber: true,
    unless:
      'minutes|minute|hour|windows|linux|macos|when|coverage|except|lint|formatter|format|if|audit|only|only on|on push|push|database|container|timeout|start|fail|fails|until|by any test|by any tests|by a test|by tests|by the tests|by our tests|by its tests|redis|postgres|kafka|mysql|mongo|mongodb|mariadb|valkey|rabbitmq|elasticsearch|opensearch|memcached|nats|minio|clickhouse|localstack|database|pushing|publishing|deploying',
  },
  {
    rule: 'removes-builds',
    all: [REMOVE, 'the build|builds|building|build check|build job|build step|the compile|compilation'],
    unless:
      'minutes|minute|hour|image|images|container|docker|matrix|arm|arm64|amd64|aarch64|x86|platform|platforms|double|duplicate|redundant|when|if|fail|fails|windows|macos|push|coverage|lint|formatter|format|sbom|sign|provenance|timeout|never|nightly builds|daily builds|weekly builds|scheduled builds|nightly build',
  },
  {
    rule: 'removes-audits',
    all: [
      REMOVE,
      'audit|audits|dependency check|dependency scan|vulnerability check|vulnerability scan|dependency audit|vulnerability alerts',
    ],
    unless: 'minutes|when|if',
  },
  {
    rule: 'removes-audits',
    all: [
      'allow|accept|tolerate|permit|lower|loosen|relax|weaken|soften|ignore',
      'vulnerable dependencies|vulnerabilities|vulnerability|cves|audit|audits|audit level|known vulnerabilities',
    ],
    isOfOneWish: true,
    unless:
      "no vulnerabilities|without vulnerabilities|never|don't allow|do not allow|don't accept|do not accept|not accept|not allow|don't ignore|do not ignore",
  },
  {
    rule: 'removes-secret-scans',
    all: [
      REMOVE,
      'secret scan|secret scans|secret scanning|secrets scan|secret-scan|secret detection|gitleaks|secret check|scanning for secrets|scan for secrets|looking for secrets|searching for secrets|search for secrets',
    ],
  },
  {
    rule: 'removes-image-scans',
    all: [
      REMOVE,
      'image scan|image scans|image scanning|container scan|container scanning|scanning the image|scanning images|scanning our images|scan of the image|scanning the images|scanning our containers|cve scan',
    ],
  },
];
