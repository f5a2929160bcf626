/** `by pressing a button`, `at the push of a button`, `when somebody clicks the button`, `from the UI`. */
const BUTTON = [
  ...['pressing', 'clicking', 'hitting', 'pushing', 'to press', 'to click', 'to hit', 'to push'].flatMap((verb) =>
    ['a button', 'the button', 'a run button', 'the run button', 'one button'].map((button) => `${verb} ${button}`),
  ),
  ...[
    'i press',
    'we press',
    'you press',
    'i click',
    'we click',
    'i push',
    'we push',
    'someone clicks',
    'somebody clicks',
    'someone pushes',
    'somebody pushes',
    'someone presses',
    'somebody presses',
  ].flatMap((press) => ['a button', 'the button'].map((button) => `${press} ${button}`)),
  ...['a', 'one', 'a single'].flatMap((one) => [`with ${one} click`, `with ${one} button`]),
  ...['press', 'push', 'click'].map((noun) => `at the ${noun} of a button`),
  ...['github ui', 'ui', 'web ui', 'github website', 'website', 'browser', 'github interface'].map(
    (place) => `from the ${place}`,
  ),
].join('|');

/** `start runs ourselves`, `kick the pipeline off by hand`. */
const OURSELVES = ['start', 'trigger', 'run', 'launch', 'kick off', 'fire off', 'begin']
  .flatMap((verb) =>
    [
      'it',
      'this',
      'that',
      'runs',
      'a run',
      'builds',
      'a build',
      'the pipeline',
      'the workflow',
      'ci',
      'jobs',
      'things',
    ].map((what) => `${verb} ${what}`),
  )
  .flatMap((start) =>
    ['ourselves', 'myself', 'yourself', 'themselves', 'on our own', 'on demand'].map((who) => `${start} ${who}`),
  )
  .join('|');

/** `whenever I feel like it`, `any time we want`: by hand. */
const AT_WILL = ['whenever', 'when', 'any time', 'anytime', 'at any time', 'every time']
  .flatMap((when) => ['i', 'we', 'you', 'people', 'they'].map((who) => `${when} ${who}`))
  .flatMap((when) =>
    [
      'feel like it',
      'like',
      'want',
      'want to',
      'want it',
      'need',
      'need to',
      'need it',
      'need one',
      'please',
      'wish',
      'choose',
    ].map((wish) => `${when} ${wish}`),
  )
  .join('|');

/** `somebody triggers it`, `whenever we ask for it`. */
const ASKED = ['triggers', 'starts', 'runs', 'launches', 'requests', 'asks for', 'wants', 'kicks off']
  .flatMap((verb) => [
    ...[
      'someone',
      'somebody',
      'a person',
      'a human',
      'a maintainer',
      'one of us',
      'a developer',
      'anyone',
      'anybody',
    ].map((who) => `${who} ${verb}`),
    ...['i', 'we', 'you', 'people', 'developers', 'maintainers'].map(
      (who) =>
        `${who} ${verb
          .replace(/s(?= |$)/, '')
          .replace('launche', 'launch')
          .replace('kicks', 'kick')}`,
    ),
  ])
  .flatMap((one) =>
    ['it', 'that', 'this', 'the job', 'the run', 'the workflow'].flatMap((what) => [
      `${one} ${what}`,
      `${one} ${what} by hand`,
      `${one} ${what} manually`,
    ]),
  )
  .join('|');

/** How people say that they start something by hand. */
export const BY_HAND = [BUTTON, OURSELVES, ASKED, AT_WILL].join('|');
