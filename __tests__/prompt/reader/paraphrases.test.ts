import { describe, it } from 'vitest';
import type { ProjectProfile } from '../../../src/domain/profile.ts';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';
import { SHOP } from './shop.ts';

const CHARTED: ProjectProfile = {
  ...SHOP,
  units: SHOP.units.flatMap((unit) =>
    unit.ecosystem === 'go' ? [unit, { ...unit, directory: 'charts/shop', ecosystem: 'helm' as const }] : [unit],
  ),
};

describe('What somebody says in other words', () => {
  it.each([
    // What must not get in.
    ['Badly formatted Go must not get in', 'Format Go'],
    ['Nobody should be able to merge unformatted Go', 'Format Go'],
    ['A pull request with type errors has no business being merged', 'Typecheck everything'],
    ['Python with type errors must never be merged', 'Typecheck Python'],
    ['Whatever prettier would change should fail the build', 'Format node with prettier'],
    ['Nobody should be able to commit a password without CI shouting', 'Scan for secrets'],
    ['Nobody may break cart without staticcheck complaining', 'Lint cart with staticcheck'],
    ["Please don't let a change go in that breaks cart's tests", 'Test cart'],
    ["Make it impossible to merge when ledger's tests fail", 'Test ledger'],
    ["Don't let anyone merge Python that ruff complains about in lint", 'Lint Python with ruff'],
    ["Java files that aren't formatted should be rejected", 'Format Java'],
    ['No type errors in web', 'Typecheck web'],
    ['web must have no lint errors', 'Lint web'],
    ['No vulnerable dependencies in web', 'Audit web'],
    ["No known vulnerabilities in web's image", 'Scan the image of web'],
    ['No secrets in commits', 'Scan for secrets'],
    ['Code with lint errors must not land on main', 'Lint everything'],
    ["If the types don't check out, the pull request must not be merged", 'Typecheck everything'],
    ["If cart's tests fail, nobody should be able to merge", 'Test cart'],
    ["I'd love for web to be linted before anyone merges", 'Lint web'],
    ['mypy should have a say before anything in recommender is merged', 'Typecheck recommender with mypy'],
    // What somebody wants to hear of.
    ['Check the web image for known CVEs every time it is built', 'Scan the image of web'],
    ["I'd sleep better if something looked for known vulnerabilities in our Java dependencies", 'Audit Java'],
    ["We'd like to hear about CVEs in our images before our customers do", 'Scan all images'],
    [
      'Last month someone pushed a service account key. Please scan every commit for secrets from now on.',
      'Scan for secrets',
    ],
    ['We want to know when one of our Go dependencies has a CVE', 'Audit Go'],
    ['Tell us when one of the npm packages in web has a known hole', 'Audit web'],
    [
      "If cart's coverage dips under three quarters, turn the build red",
      'Fail CI if the coverage of cart is below 75 %',
    ],
    // How long something may take.
    ['Nothing in recommender should ever take longer than 20 minutes', 'Give recommender 20 minutes'],
    ['Kill anything that takes longer than half an hour', 'Give everything 30 minutes'],
    ['Anything that runs longer than half an hour is stuck, so kill it', 'Give everything 30 minutes'],
    ["If ledger isn't done after 30 minutes, cancel it", 'Give ledger 30 minutes'],
    ['If ledger takes longer than 30 minutes, kill it', 'Give ledger 30 minutes'],
    ['No job has any business running longer than three quarters of an hour', 'Give everything 45 minutes'],
    [
      'Lint web and cart. No job should run for more than 15 minutes.',
      'Lint web. Lint cart. Give everything 15 minutes.',
    ],
    ['Lint web; its jobs get 20 minutes', 'Lint web. Give web 20 minutes'],
    // What starts the pipeline.
    ['Run for every pull request and on Mondays at 3 am', 'Run on every pull request. Run CI every Monday at 3'],
    ['It would be handy if we could start the pipeline ourselves', 'Run CI by hand'],
    ['Sunday evenings at 22:00 would be a good time for a run', 'Run CI every Sunday at 22:00'],
    ['As soon as something lands on main, the pipeline should run', 'Run CI on pushes to main'],
    ['Everything in this repository should go through a linter', 'Lint everything'],
    ['Let the pipeline go through once a day at midnight', 'Run CI every day at midnight'],
    ['Maintainers need a way to start the pipeline by hand', 'Run CI by hand'],
    ['Every pull request that goes into main should be checked', 'Run CI on pull requests to main'],
    [
      'Stop burning minutes on each commit somebody pushes; the run on the pull request is plenty.',
      'Do not run CI on pushes. Run CI on pull requests',
    ],
    ['If someone slips an API key into a commit, I want to hear about it', 'Scan for secrets'],
    [
      'cart has to behave the same on Linux and on the Macs that half of us use',
      'cart has to behave the same on Linux and macOS',
    ],
    // Images.
    ["I'd like images to land in ghcr when we tag", 'Push the images to ghcr.io on tags'],
    ["Once we cut a tag, web's container belongs on ghcr.io", 'Push the image of web to ghcr.io on tags'],
    ['People who pull our images should be able to check our signature', 'Sign all images'],
    [
      'Whoever pulls one of our containers should be able to trace it back to the exact commit and workflow run that produced it.',
      'Add provenance to all images',
    ],
    ["Build web's image, but keep it out of any registry", "Build web's image, but do not push it"],
    ['Our auditors want to see what is inside each image, so ship an SBOM with it', 'Add an SBOM to each image'],
    [
      'When we release, meaning when a tag is pushed, the images should end up in ghcr.io',
      'Push the images to ghcr.io on tags',
    ],
    [
      'People run web on Raspberry Pis, so its image has to exist for arm64 as well as amd64',
      'Build the image of web for arm64 and amd64',
    ],
    ['recommender should only go to PyPI when one of us presses the button', 'Publish recommender to PyPI by hand'],
    [
      "ledger's jobs are memory hungry, put them on our self-hosted linux runner labelled big",
      'Run ledger on the self-hosted linux runner labelled big',
    ],
    [
      'Give web 3 replicas and 512Mi of memory, and run its jobs on self-hosted linux runners',
      'Give web 3 replicas and 512Mi of memory. Run web on self-hosted linux runners',
    ],
    // Versions, databases, charts.
    [
      'Two of our devs work on a Mac and the rest on Linux, so web should run its tests on both macOS and Linux',
      'web should run its tests on macOS and Linux',
    ],
    ['Our Java tests ought to run on 17 as well as 21', 'The Java tests should run on Java 17 and 21'],
    ['The ledger tests want a real Postgres to talk to', 'ledger needs Postgres'],
    ["cart can't be tested without a Redis 7", 'cart needs Redis 7'],
    [
      'When traffic hits web hard, let it grow from two up to ten pods as soon as the processors are about 60 % busy, and shrink again afterwards.',
      'Autoscale web between 2 and 10 replicas at 60% CPU',
    ],
  ])('is understood: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it('is understood of a chart', () => {
    expectSame(
      'Nobody should be able to break the Helm chart without helm lint complaining',
      'Lint the Helm chart',
      CHARTED,
    );
  });

  it.each([
    // Nothing that fails, or no check that would find it.
    'Go must not get in',
    'Badly written Go must not get in',
    'Ugly code must not be merged',
    'Unreviewed code must not be merged',
    'No unformatted code in web',
    'Whatever prettier likes should pass the build',
    'Whatever ruff would change should fail the build',
    'Nobody should be able to commit without CI shouting',
    'We want to know when web is slow',
    'Tell us when one of the npm packages is old',
    'We want to know which dependencies we have',
    'Make it impossible for tests to fail',
    'Never keep a token in the workflow',
    'Fix the lint errors in web',
    'Stop type errors in web',
    'Get rid of the lint errors in web',
    'Do not lint web without type errors',
    'If web fails, nobody should be able to merge',
    'If lint fails in web, cart must not be merged',
    'If lint fails in web, nobody should merge cart',
    "If cart's tests fail, lint web",
    'Lint web before anyone frobs it',
    'Deploy web before anything is merged',
    'Could we start the pipeline ourselves if it is slow',
    // Limits that are none, or of nobody.
    'Nothing should take long',
    'Nothing in recommender takes longer than 20 minutes today',
    'Anything goes',
    'Lint nothing',
    'If ledger takes longer than 30 minutes, lint it',
    "If ledger isn't done after 30 minutes, tell the boss and cancel it",
    'If cart takes longer than ledger, kill it',
    "If web isn't tested after 30 minutes, cancel it",
    'Java files should be rejected',
    'Java files that are formatted should be rejected',
    "Pull requests that aren't reviewed should be rejected",
    // Days and times that do not go together, and what lands is no push of everything.
    'Sunday mornings at 22:00 would be a good time for a run',
    'Sunday evenings would be a good time for a run',
    'As soon as something lands on main, lint web at night',
    'As soon as something lands, the pipeline should run',
    'recommender should go to PyPI or production',
    'recommender should go to the moon',
    'Last month someone pushed a key. Please scan web for it.',
    'Last month we deployed web to staging. Lint cart.',
    // Registries and images.
    "I'd like images to land when we tag",
    'Everything should land in ghcr',
    "web's container belongs to us",
    'Keep web out of the registry of another team',
    'People who pull our images should be happy',
    'Whoever pulls our images should be able to trace us',
    'Are our containers riddled with CVEs?',
    // Numbers of what.
    'Our Java tests ought to run on 17 or 21',
    'Run the Java tests on 2 machines',
    'Lint Java on 17 and 21',
    'Run the Java tests at 17',
    "cart can't be deployed without Redis 7",
    "cart can't be tested without web",
    'When traffic hits web hard, let it grow',
    'When traffic hits web hard, let it grow to ten pods',
    'The run on the pull request is too slow',
    'Every change that goes into main should be checked',
  ])('is asked about where it is not all there: %s', (words) => {
    expectQuestion(words);
  });
});
