import type { Pattern } from './pattern.ts';

const SECRET =
  'secret|secrets|token|tokens|github_token|credential|credentials|password|passwords|api key|api keys|private key|private keys|env|environment variables|env vars|secrets context|npm_token|access key|access keys|signing key|deploy key';
const SHOW =
  'print|prints|printing|echo|echoes|dump|dumps|show|shows|display|reveal|reveals|output|outputs|log|logs|logging|write|writes|cat|base64|encode|expose|exposes|list|debug';
const SENT =
  'send|sends|sending|post|posts|posting|exfiltrate|mail|email|e-mail|forward|curl|wget|share|copy|transmit|leak|report|webhook';
const DELIVERED = 'upload|uploads|uploading|publish|submit|put';

/** Verbs that show something or send it away, whatever it is done with. */
export const SHOWN_OR_SENT = `${SHOW}|${SENT}`;

/** How secrets would be shown, sent away or handed on all at once. */
export const EXPOSURES: readonly Pattern[] = [
  {
    rule: 'exposes-secrets',
    all: [SHOW, SECRET],
    unless:
      'scan|committed|commits a|commits an|commit a|commit an|secret scan|secret scanning|for secrets|slips|leaked|into a commit|mask|masks|masked|redact|redacted',
  },
  {
    rule: 'exposes-secrets',
    all: [`${SENT}|${DELIVERED}`, SECRET],
    isOfOneWish: true,
    unless: 'scan|committed|secret scan|secret scanning|for secrets|slips|leaked|into a commit|oidc',
  },
  {
    rule: 'exposes-secrets',
    all: ['print|echo|dump|printenv|send|post|upload', 'environment|env|printenv|secrets.|${{ secrets'],
    unless: 'deploy|roll out',
  },
  {
    rule: 'exposes-secrets',
    all: [
      "remove|drop|disable|turn off|switch off|deactivate|stop|skip|no|without|don't|do not",
      'masking|secret masking|log masking|masking secrets|mask secrets|mask the secrets|mask the tokens|mask tokens',
    ],
    unless: 'fail|complain',
  },
  {
    rule: 'secrets-inherit',
    all: [
      'inherit|inherits|pass all|hand all|give all|all our|all the|all secrets|all of our secrets|every',
      'secrets|credentials',
    ],
    unless: 'scan|committed|leaked|for secrets|secret scan',
  },
];
