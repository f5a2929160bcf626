import { describe, it } from 'vitest';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';

describe('What is said loosely', () => {
  it.each([
    ['Use staticcheck to lint what is in cart/**.', 'Lint cart/** with staticcheck.'],
    ['Lint whatever lies under cart.', 'Lint cart.'],
    [
      'Trigger on pull requests that change something in web/** or cart/**.',
      'Run CI on pull requests that touch web/** or cart/**.',
    ],
    ['Only trigger on pull requests that change something in web/**.', 'Run CI on pull requests that touch web/**.'],
    ['Only run on PRs that touch web/**', 'Run CI on pull requests that touch web/**.'],
    [
      'Before everyone logs on in the morning, Monday to Friday at 7:00 UTC, I would like to have one fresh run.',
      'Run CI on weekdays at 7:00.',
    ],
    [
      'Add a step called "Manual" to CI; the command is `make docs`.',
      'Add a step called "Manual" that runs `make docs`.',
    ],
    ['Add a step called "Manual". It should run `make docs`.', 'Add a step called "Manual" that runs `make docs`.'],
    ['Schedule the pipeline dayly at 5:45 UTC.', 'Run CI every day at 5:45.'],
  ])('is what it says shortly: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'Lint what is not in cart.',
    'Lint what is in the image of cart.',
    'Check what is in cart.',
    'Tell me what is in cart/**.',
    'Only lint on pull requests that touch web/**.',
    'Only run on pull requests.',
    'Only run on pull requests that touch web/**, and on tags.',
    'Only trigger on pushes to main that change web/**.',
    'Before it is approved, every Monday at 7:00, run CI.',
    'Before we deploy, every Monday at 7:00, run CI.',
    'Before anybody deploys cart, every Monday at 7:00 UTC, run CI.',
    'Before 7:00, Monday to Friday, run CI.',
    'Add a step called "Manual". The command is `make nothing`.',
    'Remove the step called "Manual". The command is `make docs`.',
    'Run the pipeline dally at 5:45 UTC.',
  ])('is asked about where it may be something else: %s', (words) => {
    expectQuestion(words);
  });
});
