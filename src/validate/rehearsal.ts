import type { Subject } from '../domain/judge.ts';
import { type LoadedEngine, pending } from './run-engines.ts';

/** A workflow with something for every engine to do; nobody hears what they say of it. */
const WORKFLOW = `name: rehearsal
on:
  pull_request:
  push: { branches: [main] }
permissions: {}
concurrency:
  group: \${{ github.workflow }}-\${{ github.event.pull_request.number || github.run_id }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}
defaults: { run: { shell: bash } }
jobs:
  test:
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      contents: read # to check out the code
    strategy:
      matrix: { include: [{ directory: a }] }
    services:
      db: { image: 'postgres:17', ports: ['5432:5432'], env: { POSTGRES_USER: a } }
    steps:
      - uses: actions/checkout@v7
        with: { persist-credentials: false }
      - name: Test
        if: \${{ !cancelled() && matrix.directory != '' }}
        working-directory: \${{ matrix.directory }}
        env: { CI: 'true' }
        run: |
          make test
          echo "\${{ matrix.directory }}"
  gate:
    needs: [test]
    if: always()
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - env: { RESULTS: "\${{ join(needs.*.result, ' ') }}" }
        run: test "$RESULTS" = success
`;

const SUBJECTS: readonly Subject[] = [
  { kind: 'file', file: '.github/workflows/rehearsal.yml', bytes: new TextEncoder().encode(WORKFLOW) },
  {
    kind: 'request',
    file: '.github/agent-generate.yml',
    request: { version: 1, intents: [{ kind: 'check', for: { all: true }, check: 'test', ensure: true }] },
  },
];

/**
 * Lets our own engines judge a workflow while nothing is asked of them: what is run for the first time is slow, and this time it costs
 * nobody's. Each engine is a turn of its own, so that a question waits for one at most. (measured: the first workflow is judged in half the time)
 */
export async function rehearse(engines: readonly LoadedEngine[], isAsked: () => boolean): Promise<void> {
  await Promise.allSettled(engines.map(({ engine }) => engine));
  // A question that is there already is heard in this turn, or in the next one.
  await nextTurn();
  // Policies that a person added may do anything; they wait for a question.
  const own = engines.filter(({ name }, index) => engines.findIndex((it) => it.name === name) === index);
  const documents = SUBJECTS.map(pending);
  for (const { engine } of own) {
    await nextTurn();
    if (isAsked()) return;
    await engine.then((it) => Promise.all(documents.map(({ read }) => it.judge(read(), () => null)))).catch(() => {});
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
