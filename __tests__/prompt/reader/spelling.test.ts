import { describe, it } from 'vitest';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';

describe('A letter that is missing in a short word', () => {
  it.each([
    ['run CI evry day at 5:00', 'Run CI every day at 5:00'],
    ['lint evry service', 'Lint every service'],
    ['buid the imge of web', 'Build the image of web'],
    ['run the tets of web', 'Run the tests of web'],
  ])('is put there: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each(['link web', 'Move web', 'Read web', 'Short tests of web', 'Spend time on web'])(
    'is not where the word is one: %s',
    (words) => {
      expectQuestion(words);
    },
  );
});

describe('A short word that is one of a phrase', () => {
  it.each([
    ['test cart on windows and macos as wel', 'Test cart on Windows and macOS as well'],
    ['give web at mst 10 minutes', 'Give web at most 10 minutes'],
    ['no mor than 10 minutes for web', 'No more than 10 minutes for web'],
  ])('is told by the word before it: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each(['wel lint web', 'lint web wel', 'lint web as welding'])('is not, elsewhere: %s', (words) => {
    expectQuestion(words);
  });
});
