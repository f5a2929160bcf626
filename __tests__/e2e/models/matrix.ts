import { refuse } from '../../fakes/model-server.ts';
import { answers } from './answers.ts';
import { always, type Group, type Row } from './row.ts';
import { dripping, dying, once, refusedConnection, refusing, unknownName, wrongCertificate } from './servers.ts';

/** Where a fault of the time is: the run has so many seconds. */
const SHORT = 12;

const left = { layer: 'read' } as const;

const REFUSALS: readonly Row[] = [
  {
    fault: 'The key is not valid (401)',
    model: refusing(401, 'invalid x-api-key'),
    ...left,
    code: 'MODEL_UNAUTHORIZED',
    told: '<server> answered 401, invalid x-api-key.',
  },
  {
    fault: 'The key may not use it (403)',
    model: refusing(403, 'Your key has no access to this model'),
    ...left,
    code: 'MODEL_ACCESS_REFUSED',
    told: '<server> answered 403, Your key has no access to this model.',
  },
  {
    fault: 'The account has nothing left (429 with `insufficient_quota`)',
    model: refusing(429, 'You exceeded your current quota', { type: 'insufficient_quota' }),
    ...left,
    code: 'MODEL_ACCESS_REFUSED',
    told: '<server> answered 429, You exceeded your current quota.',
  },
  {
    fault: 'There is no such model (404)',
    model: refusing(404, 'model: the-model', { type: 'not_found_error' }),
    ...left,
    code: 'MODEL_UNKNOWN',
    told: '<server> answered 404, model: the-model.',
  },
  {
    fault: 'The server takes no such request (400)',
    model: refusing(400, 'tools are not supported'),
    ...left,
    code: 'MODEL_REQUEST_REFUSED',
    told: '<server> answered 400, tools are not supported.',
  },
  {
    fault: 'The server takes it in plainer terms (400, then an answer)',
    model: once((_, response) => refuse(response, 400, { type: 'error', message: 'unknown field' })),
    layer: 'model',
    code: null,
    told: '',
  },
  {
    fault: 'The conversation is too long for the model (400)',
    model: refusing(400, 'prompt is too long: 210000 tokens > 200000 maximum'),
    ...left,
    code: 'MODEL_CONTEXT_TOO_LONG',
    told: '<server> answered 400, prompt is too long: 210000 tokens > 200000 maximum.',
  },
];

const BUSY: readonly Row[] = [
  {
    fault: 'Too many requests (429), to be asked again in a second',
    model: once((_, response) => refuse(response, 429, { message: 'slow down' }, { 'retry-after': '1' })),
    layer: 'model',
    code: null,
    told: '',
  },
  {
    fault: 'Too many requests (429), to be asked again when time is up',
    model: refusing(429, 'slow down', { headers: { 'retry-after': '3600' } }),
    ...left,
    code: 'MODEL_RATE_LIMITED',
    told: '<server> answered 429, slow down; it wants to be asked again in 3600 s',
  },
  {
    fault: 'The server is out of order (500), three times',
    model: refusing(500, 'Internal server error'),
    ...left,
    code: 'MODEL_OVERLOADED',
    told: '<server> answered 500, Internal server error.',
  },
  {
    fault: 'The server is out of order (500), once',
    model: once((_, response) => refuse(response, 500, { message: 'Internal server error' })),
    layer: 'model',
    code: null,
    told: '',
  },
  {
    fault: 'The server is overloaded (529), three times',
    model: refusing(529, 'Overloaded', { type: 'overloaded_error' }),
    ...left,
    code: 'MODEL_OVERLOADED',
    told: '<server> answered 529, Overloaded.',
  },
];

const CONNECTIONS: readonly Row[] = [
  {
    fault: 'Nobody listens there',
    model: refusedConnection,
    ...left,
    code: 'MODEL_UNREACHABLE',
    told: '<server> cannot be reached: it refuses connections.',
  },
  {
    fault: 'Its name is not found',
    model: unknownName,
    ...left,
    code: 'MODEL_UNREACHABLE',
    told: '<server> cannot be reached: its name',
  },
  {
    fault: 'Its certificate is of nobody’s making',
    model: wrongCertificate,
    ...left,
    code: 'MODEL_UNREACHABLE',
    told: '<server> cannot be reached: its certificate is not trusted',
  },
  {
    fault: 'Silence before the first header',
    model: always(() => {}),
    ...left,
    seconds: SHORT,
    code: 'MODEL_UNREACHABLE',
    told: '<server> cannot be reached: it did not answer in time.',
  },
  {
    fault: 'Silence in the middle of the answer',
    model: always((_, response) => response.writeHead(200).write('{')),
    ...left,
    seconds: SHORT,
    code: 'MODEL_UNREACHABLE',
    told: '<server> cannot be reached: its answer was not complete in time.',
  },
  {
    fault: 'One byte a second',
    model: dripping,
    ...left,
    seconds: SHORT,
    code: 'MODEL_UNREACHABLE',
    told: '<server> cannot be reached: its answer was not complete in time.',
  },
  {
    fault: 'A server that dies half-way, each time',
    model: dying,
    ...left,
    code: 'MODEL_UNREACHABLE',
    told: '<server> cannot be reached: it cut the connection off.',
  },
];

/** The chapters of docs/faults.md, in their order. Caches and the files of a local model have theirs behind these. */
export const MATRIX: readonly Group[] = [
  ['What the server refuses', REFUSALS],
  ['A server that is busy', BUSY],
  ['The way to the server', CONNECTIONS],
  ['What the model says', answers],
];
