import type { Row } from './table.ts';

/** Words that hold a sentence together. Whatever could limit or turn a wish is no filler. */
/** `something that looks for`, `a job which scans`: who does it is CI. */
const LOOKING = ['something', 'a tool', 'a job', 'a check', 'a step', 'a scanner', 'some tool', 'some job']
  .flatMap((who) => ['that', 'which', 'to'].map((that) => `${who} ${that}`))
  .flatMap((who) =>
    ['look', 'check', 'search', 'watch'].flatMap((verb) => [
      `${who} ${verb} for`,
      `${who} ${verb}s for`,
      `${who} ${verb}es for`,
    ]),
  )
  .join('|');

/** `would be really nice to have`: how much somebody wants it. */
const WELCOME = ['', 'really ', 'very ', 'super ', 'so ', 'pretty ']
  .flatMap((very) =>
    'nice|great|good|cool|awesome|helpful|useful|handy|lovely|perfect|fantastic|amazing|neat|sweet|appreciated|welcome|ideal|wonderful|excellent'
      .split('|')
      .map((good) => `would be ${very}${good}`),
  )
  .flatMap((good) => [good, `${good} to have`])
  .concat(
    ['a', 'a nice', 'a good', 'a great', 'a welcome', 'a useful', 'a helpful', 'a big'].flatMap((a) =>
      [
        'addition',
        'safety net',
        'thing',
        'thing to have',
        'win',
        'idea',
        'improvement',
        'plus',
        'start',
        'help',
        'first step',
      ].map((what) => `would be ${a} ${what}`),
    ),
  )
  .concat(
    ['should', 'would', 'ought to', 'must', 'will', 'has to'].flatMap((modal) =>
      ['enough', 'sufficient', 'plenty', 'fine', 'right', 'okay'].map((good) => `${modal} be ${good}`),
    ),
  )
  .join('|');

/** `as part of the pipeline`, `in our CI`: where everything is checked. */
const IN_CI = ['as part of', 'part of', 'in', 'into', 'to', 'during', 'on', 'within']
  .flatMap((where) => ['', 'the ', 'our ', 'every ', 'each '].map((whose) => `${where} ${whose}`))
  .flatMap((where) =>
    ['ci', 'ci pipeline', 'ci run', 'ci build', 'ci builds', 'ci checks', 'checks'].map((what) => `${where}${what}`),
  )
  .filter((phrase) => !/^(?:on|within|in|during) (?:the |our |every |each )?checks$/.test(phrase))
  .join('|');

/** `grumbles about`, `object to`: what a tool does that finds something. */
const GRUMBLES = ['grumble', 'moan', 'whine', 'gripe', 'nag', 'bark', 'fuss', 'squeal']
  .flatMap((verb) => [`${verb} about`, `${verb}s about`])
  .concat(['object to', 'takes issue with', 'stumbles over'])
  .join('|');

export const GLUE: readonly Row[] = [
  [GRUMBLES, { tag: 'fault' }],
  [LOOKING, { tag: 'do' }],
  [`${WELCOME}|${IN_CI}`, { tag: 'filler' }],
  [
    "the|a|an|this repository|this repo|this project|this codebase|this code base|this monorepo|our|my|your|of|to|in|on|at|for|by|as|from|into|against|over|out|through|via|is|are|be|been|being|has|have|do so|does|i|we|you|us|me|team|everyone|please|pls|plz|kindly|hi|hello|hey|thanks|thank you|thx|ty|ta|cheers|regards|best regards|kind regards|best wishes|many thanks|thanks a lot|thanks in advance|thank you in advance|thank you very much|thank you so much|thanks so much|much appreciated|thanks for your help|thanks for the help|thank you for your help|thanks for your work|greetings|sincerely|so|now|would|could|can|should|must|may|shall|will|might|want|wants|wanted|need|needs|needed|expect|expects|rely on|relies on|depend on|depends on|like|i'd|we'd|id like|i'd like|we'd like|i'll|we'll|let|lets|let's|able to|be allowed to|be permitted to|sure|make sure|make sure that|make certain|ensure that|see to it that|want to|need to|have to|has to|ought to|going to|us to|you to|there|there is|there are|that|which|who|both|all|any|a new|own|any more|anymore|properly|always|ci|ci/cd|github actions|github|repository|repo|job|jobs|code|codebase|source|sources|source code|file|files|service|services|project|projects|package|packages|module|modules|app|apps|application|applications|component|library|suite|task|tasks|work|part|one|ones|against it|please make sure it does|make sure it does|make sure of it|next to it|next to them|beside it|beside them|alongside|next to|beside|of it|up to|up|well|between|okay|ok|quality|such|in place|going forward|from now on|the following|following things|that half of us use|that most of us use|that some of us use|that we use|that we all use|that our users use|that people use|would be a good time for a run|would be a good time to run|for a run|before our customers do|before customers do|before our users do|before anyone else does|before anybody else does|before attackers do|meaning|to talk to|to talk against|to connect to|to run against|in future|every time it is built|every time it gets built|each time it is built|each time it gets built|each time they are built|every time they are built|whenever one gets built|whenever one is built|whenever it is built|whenever they are built|every time one is built|in the future|someone|somebody|maintainers|developers|contributors|colleagues|engineers|devs|everyone on the team|whoever|people|anyone|anybody|everybody|if possible|bundle|fresh|again|still|simply|really|actually|before anything goes out|onto it|sleep better if|folks|a real|real|for me|for us|i think|i would|we would|could you|can you|would you|it would be nice|it would be great|it would be nice if|it would be handy if|it would be useful if|it would be helpful if|it would help if|it'd be nice if|it'd be great if|it would be great if|it would be good if|i'd love for|we'd love for|i'd love|we'd love|i would love|we would love|be nice|be great|start to|started|starting|both of|get|gets|got|having",
    { tag: 'filler' },
  ],
  [
    'besides|in addition to|on top of|and|or|plus|as well as|and also|along with|together with|and then|then|but|&|while|yet',
    { tag: 'join' },
  ],
  [
    'keep an eye on|have an eye on|point out|points out|pointing out|launch|kick off|kick everything off|kick it all off|kick the whole thing off|wake up for|wakes up for|executed|look over|look after|watch over|make it possible to|works with|work with|works on|work on|working on|working with|still works on|still works with|keep working on|keeps working on|keep working with|keep forgetting to|keeps forgetting to|always forget to|tend to forget to|add|adds|adding|added|allow running|allow starting|allow me to|run|runs|running|ran|use|uses|using|used|create|set|sets|set up|setup|setting|enable|enabled|enables|executes|activates|turn on|switch on|include|introduce|put|give|gives|start|do|perform|execute|make|makes|provide|ensure|require|requires|keep|configure|activate|generate|produce|want to have|bring|spin up|insert|ad|goes|going|happen|happens|kick in|kicks in|belong on|belongs on|verify|validate|validates|verifies|check|checks|check that|checked|checking|check whether|enforce|enforces|get rid of none|apply|have a look at|look at|attach|attached|trigger|triggers|triggered|fire|works|working|behave|behave the same|behave alike|wire up|full run|a full run|complete run|a complete run|kicked off|go through|goes through|go ahead|go off|goes off|has to exist|have to exist|must exist|should exist|something looked for|something checked for|somebody looked for|something checked|something watched|need a way to|needs a way to|want a way to|a way to|tell me|warn me|alert me|notify me|let me know|let us know|tell us|warn us|survive|survives|pass|passes|run fine|search|search for|find|look for|looks for|wait for|waits for|ship with|ever|integrate|turn|switch',
    { tag: 'do' },
  ],
  ['with|w/|wth|wit|using the|by means of|with the help of', { tag: 'with' }],
  [
    "remove|removes|removing|drop|drops|dropping|delete|deletes|disable|disables|disabled|deactivate|get rid of|do away with|take out|take away|turn off|switch off|leave out|omit|no longer|no more|don't|dont|do not|doesn't|does not|can not|not|never|without|w/o|skip|skips|skipping|no|avoid|exclude|forget|ditch|scrap|opt out of|neither|nor|need not|needn't|isn't|aren't|shouldn't|should not|won't|can't|cannot|stop burning minutes on|stop wasting minutes on|stop spending minutes on|suppress|kill off|refrain from|stop complaining about|stop nagging about|stop nagging us about|stop bugging us about|stop bothering us with|stop bothering with|stop bothering about|stop whining about|don't bother with|do not bother with|don't bother|do not bother|spare us|spare me|save us|save me|can live without|could live without|can do without|could do without|can get by without|could get by without|do not need|don't need|dont need|no need for|no need to|rip out|throw out|strip out|nix|axe|retire|lose|couldn't|wouldn't|mustn't",
    { tag: 'remove', isStop: false },
  ],
  [
    'pull the plug|pull the plug on|stop|stops|stopping|stopped|kill|kills|killed|cancel|cancels|cancelled|canceled|abort|aborts|terminate|cut off|give up on|give up',
    { tag: 'remove', isStop: true },
  ],
  [
    'except|except for|but not|but not for|but not in|but not on|and not|not for|other than|apart from|aside from|excluding|save for|with the exception of|everything but|all but|anything but',
    { tag: 'except' },
  ],
  ['only|just|solely|exclusively|nothing but', { tag: 'only' }],
  [
    "not only|not just|not merely|don't just|don't only|do not just|do not only|never just|never only|by me|by us|by them|by you|respectively|unless|until|instead|instead of|rather|rather than|out of|one of|and up|and upwards|and above|onwards",
    { tag: 'limit' },
  ],
  ['increase|raise|extend|lower|reduce|decrease|bump|upgrade|downgrade|move|shorten|lengthen', { tag: 'adjust' }],
  ['when|whenever|if|once|as soon as|each time|every time|in case|upon|happens when', { tag: 'when' }],
  ['after|afterwards|following', { tag: 'after' }],
  [
    "then we know|then i know|so we know|so i know|so that we know|then we see|so we see|so people know|so everyone knows|then everyone knows|that way we know|this way we know|because|since|as we|as it|as this|as they|as there|cause|cuz|so that|so we|so i|so nobody|we are|we're|we have been|i am|i'm|in order to|given that|to be safe|to make sure that we|this way|that way|otherwise",
    { tag: 'reason' },
  ],
  [
    "probably|maybe|perhaps|possibly|either|presumably|i guess|i suppose|not sure|i'm not sure|kind of|sort of|ideally|preferably|if it makes sense|if that makes sense|if you like",
    { tag: 'doubt' },
  ],
  [
    'too|also|then also|as well|additionally|in addition|on top|on top of that|besides that|furthermore|moreover',
    { tag: 'also' },
  ],
  ['it|its|it is own|them|they|their|this one|that one|the same|these ones|there too|this', { tag: 'pronoun' }],
  ['off', { tag: 'off' }],
  [
    "nothing|don't let anyone|do not let anyone|never let anyone|don't let anybody|do not let anybody|don't let people|don't let a change|do not let a change|never let a change|don't let code|don't let anything|don't let pull requests|make it impossible to|prevent anyone from|prevent people from|keep people from|stop people from|nobody should|nobody may|no one should|no one may|nobody can|no one can|nothing should|nothing may|nobody|no one|no code should|no pull request should|stop us from|stops us from|prevent us from|prevents us from|keep us from|keeps us from|stop me from|stops me from|prevent me from|keep me from|protect us from|protects us from|protect us against|guard us against|save us from|guard against|protect against|stops anyone from|prevents anyone from|stop anybody from|prevent anybody from|stop developers from|prevent developers from|block|blocks|refuse|reject|nobody should be able to|no one should be able to|has no business being|have no business being|has no business getting|has no place in|no job has any business",
    { tag: 'gate' },
  ],
  [
    'something lands|anything lands|code lands|a change lands|something is merged|anything is merged|merge|merged|merges|merging|mergeable|mergable|merge button|the merge button|land|landed|lands|get in|gets in|get merged|gets merged|make it in|makes it in|make it into|makes it into|slip in|go in|get past review|gets past review|slip past review|slips past review|get past us|slip past us|slip through review|get through review|make it past review|makes it past review',
    { tag: 'merge' },
  ],
  [
    "hasn't been through|has not been through|haven't been through|have not been through|hasn't gone through|has not gone through|hasn't passed|has not passed|haven't passed|have not passed|didn't pass|did not pass|fail|fails|failing|failed|break|breaks|breaking|broken|complains about|complains|complain about|rejects|dislikes|does not pass|doesn't pass|is unhappy about|is unhappy with|don't check out|do not check out|doesn't check out|does not check out|don't pass|do not pass|does not like|doesn't like|don't add up|do not add up|doesn't add up|does not add up|don't line up|do not line up|red|yell at us|yells at us|yell at me|yell|scream at us|scream|shout at us|shout|complain loudly|cry|errors out|blows up|blow up|goes red|go red|turns red|is red|are red|is not green|isn't green|aren't green|are not green|barfs on|trips over|objects to|finds fault with|has complaints about|is not happy with|isn't happy with|isn't happy about|is not happy about|chokes on|reports errors|has errors|have errors|flags|fails on|fails for|turn red|red build|a red build|fail the build|fails the build|make ci fail|makes ci fail|make the build fail|makes the build fail|make the pipeline fail|fail ci|fails ci|let ci fail|let the build fail|break the build|breaks the build|turn the build red|turns the build red|fail the pipeline|fails the pipeline|shouldn't go green|should not go green|mustn't go green|must not go green|can't go green|cannot go green|may not go green|never goes green|shouldn't be green|should not be green|must not be green|mustn't be green|shouldn't turn green|should not turn green|must not turn green|break the pipeline",
    { tag: 'fault' },
  ],
];
