/** What is asked for in words, and what a good answer of a model to it is. Our own reader understands it too: it stands in where the model fails. */
export const WORDS = 'Lint the Go code.';

/** A repository that the words are about. */
export const FILES = {
  'go.mod': 'module example.com/cart\n\ngo 1.25\n',
  'cart_test.go': 'package cart\n\nimport "testing"\n\nfunc TestNothing(t *testing.T) {}\n',
};

export const LINT = { kind: 'check', for: { ecosystem: 'go' }, check: 'lint', ensure: true } as const;

/** The input of the one tool. */
export function answer(intents: readonly unknown[], more: Readonly<Record<string, unknown>> = {}) {
  return { intents, questions: [], refused: [], ...more };
}

export const GOOD = answer([LINT]);
