import type { EcosystemName } from '../../../domain/profile.ts';
import type { Row } from './table.ts';

/** How things are that people want, or do not want any more. None of it limits, turns or takes back a wish. */
const STATES =
  'noise|useless noise|pure noise|dead weight|obsolete|more trouble than it is worth|more work than it is worth|not worth it|not worth the trouble|not worth the effort|not worth the noise|out of memory|running out of memory|not acceptable|unacceptable|not good enough|clean|readable|tidy|maintainable|healthy|consistent|in good shape|in shape|slow|unreliable|messy|a mess|such a mess|annoying|noisy|important|painful|a pain|expensive|costly|old|ancient|huge|big|large|tiny|critical|overdue|long overdue|urgent|useless|pointless|overkill|superfluous|redundant|brittle|fragile|dangerous|risky|scary|embarrassing|ugly|hard to read|hard to review|hard to maintain|legacy|too short|too long|too tight|too low|too high|too slow|too small|too weak|too big|too large|too noisy|too expensive|a waste|a waste of time|a waste of money|a waste of minutes|time consuming|frustrating|confusing|inconsistent|outdated|driving me crazy|driving us crazy|driving me mad|driving us mad|getting old|getting out of hand|getting on my nerves|worth it|a nightmare|a disaster|our most important service|our slowest service|our oldest service|the biggest one|the slowest one|our core service|business critical|mission critical|security critical|customer facing';
const DEEDS =
  'notices|noticed|ever notices|has noticed|realises|realizes|cares|cares about it|bothers|annoys everyone|annoys everybody|annoys us|annoys people|annoys me|bugs me|bugs us|hurts|drives me crazy|drives us crazy|drives me mad|wastes time|wastes our time|wastes money|wastes minutes|costs money|costs us money|costs too much|costs us a lot|takes forever|takes ages|takes too long|takes way too long|hangs|hangs a lot|hangs sometimes|hangs every now and then|runs out of memory|run out of memory|keeps running out of memory|goes oom|hangs from time to time|gets stuck|gets stuck a lot|keeps hanging|keeps breaking|breaks all the time|breaks a lot|eats minutes|eats our minutes|burns minutes|burns our minutes|burns money|slows us down|slows everyone down|slows everything down|gets in the way|helps nobody|adds nothing|brings nothing|reads them|reads it|looks at it|looks at them|hate it|hate that|am sick of it|are sick of it|am tired of it|are tired of it|matters|matters a lot|deserves it|deserve it|talks to customers|faces customers|handles payments|handles money';

/** What greets, asks or underlines, and changes no wish. */
const FILLERS =
  'if it is not too much work|if it is not too much trouble|if it is not too much effort|if it is no trouble|long story short|first things first|to make it short|to cut it short|in short|as a rule|bottom line|tl;dr|tldr|all in all|at the end of the day|for the record|by all means|alike|a moment later|moments later|shortly afterwards|right afterwards|straight away|straightaway|without delay|unnoticed|+1|we think|i believe|we believe|i feel|we feel|from my side|from our side|in our opinion|by way of|even if nothing changed|even if nothing has changed|even when nothing changed|even if nobody touched a thing|even if nobody touched anything|whether anything changed or not|should be all it takes to get|should be all it takes to|should be enough to get|included|here|in check mode|in check-only mode|right now|any longer|across|throughout|yo|hiya|heya|howdy|guys|gang|dear all|good morning|morning all|fyi|btw|by the way|ps|imo|imho|in my opinion|if you ask me|honestly|frankly|obviously|of course|naturally|clearly|definitely|absolutely|certainly|seriously|just in case|to be on the safe side|for safety|for consistency|for completeness|ftw|much obliged|cleanly|by accident|accidentally|by mistake|inadvertently|no exceptions|without exception|without exceptions|anywhere|anywhere else|at all|in general|overall|basically|right away|asap|as soon as possible|for good measure|if you can|if you could|a must|a must-have|automatically in ci|in ci too';

/** How somebody calls for something to be there, besides the plain verbs. */
const DOING =
  'organise|organize|define|declare|specify|mandate|impose|prescribe|squeeze in|append|hand us|could do with|put a stop to|put an end to|stay on top of|keep on top of|react to|react|respond to|respond|stick to|gate|hook|plug|bring back|put back|add back|restore|reinstate|reenable|re-enable|resurrect|revive|reintroduce|throw in|toss in|drop in|chuck in|tack on|bolt on|bake in|fold in|equip|furnish|outfit|begin|continue|resume|stick with|stay with|stay on|supply|supplies|have access to|get access to|access to|enforced|enforcing|verified|verifying|validated|validating|performed|performing|executing|triggering|integrated|integrating|incorporated|incorporating|embedded|embedding|invoked|invoking|employed|adopted|conducted|established|arranged|launched|launching|inserted|inserting|generated|generating|created|creating|activated|activating|configured|configuring|introduced|introducing|ensuring|ensured|guaranteed|applying|applied|attaching|enabling|giving|putting|wired|wired up|hooked up|plugged in|set in place|hook up|hook in|wire|rig|rig up|plumb in|incorporate|embed|invoke|call|bring in|employ|leverage|utilise|utilize|adopt|conduct|carry out|get going|get running|establish|institute|put in|put in place|get in place|arrange|arrange for|subject to|go for|opt for|come with|comes with|contain|contains|carry|carries|take place|takes place|exec|execute on|gate on|guarantee|assure|plug in|wire in|roll in|put through|run through|went through|have ready|searches|searches for|searches through|search through|looks through|goes over';

/** What installs or builds code stands for that code: `our Maven dependencies`, `the Gradle tests`. */
const BUILD_TOOLS: readonly (readonly [words: string, ecosystems: readonly EcosystemName[]])[] = [
  ['maven|mvn|gradle', ['java', 'kotlin']],
  ['sbt', ['scala']],
  ['pnpm|yarn', ['node']],
  ['pip|uv|poetry|pipenv|pdm', ['python']],
  ['cargo', ['rust']],
  ['bundler', ['ruby']],
];

/** Whether a word is the name of one of them. */
export function isBuildTool(word: string): boolean {
  return BUILD_TOOLS.some(([words]) => words.split('|').includes(word.toLowerCase()));
}

/** Words that hold no sentence together: where the repository has something that is called so, its name is meant. */
export const SOFT_ROWS: readonly Row[] = [
  [FILLERS, { tag: 'filler' }],
  [DOING, { tag: 'do' }],
  ...BUILD_TOOLS.map(([words, ecosystems]): Row => [words, { tag: 'language', tool: null, ecosystems }]),
  ['dispatch', { tag: 'event', on: 'manual' }],
  [
    STATES.split('|')
      .flatMap((state) =>
        ['', 'very ', 'really ', 'so ', 'pretty ', 'quite ', 'way ', 'just ', 'a bit ', 'super '].map(
          (very) => `${very}${state}`,
        ),
      )
      .join('|'),
    { tag: 'mood' },
  ],
  [
    DEEDS.split('|')
      .flatMap((deed) => ['', 'only ', 'just ', 'really ', 'always '].map((very) => `${very}${deed}`))
      .join('|'),
    { tag: 'mood' },
  ],
];
