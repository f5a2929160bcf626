/** How somebody begins to wish, in parts: who, how much, and how good it would be. All in small letters, a comma as a word of its own. */
const WHO = '(?:i|we|our team|the team|my team)';
const WOULD = `(?:${WHO} (?:would|could|should)|i'd|we'd|i'll|we'll)`;
const VERY = '(?:(?:very|really|quite|super|absolutely|also|just|so|greatly|truly) ){0,2}';
const FOR_WHOM = '(?:(?:for|to) (?:me|us|everyone|everybody|the team|our team) )?';
const NEEDED = 'important|essential|crucial|critical|vital|necessary|mandatory|required|imperative|desirable';
const GOOD =
  'nice|great|good|cool|awesome|lovely|perfect|fantastic|wonderful|ideal|best|better|sensible|handy|useful|helpful|neat|amazing';
const ROLE =
  'developer|dev|engineer|programmer|manager|lead|owner|maintainer|tester|admin|administrator|user|architect|scientist|analyst|contributor|newcomer|beginner|member|reviewer|operator|sre|consultant|student|intern|director|cto|colleague|person|newbie';
const OTHERS =
  '(?:(?:our|the|my) (?:(?:security|compliance|legal|platform|operations|ops|infra|infrastructure|qa|quality|devops|sre|audit|release) )?(?:team|department|officer|people|folks|auditors?|polic(?:y|ies)|guidelines?|boss|manager|cto)|auditors|customers|compliance|management|security|legal|company policy)';
const TIME = '(?:time|a moment|a minute|a chance|a second)';

/** Who means what they say as a wish for something, `please`; for something that is so, `make sure that`; or says who they are, nothing. */
export interface Opening {
  readonly pattern: RegExp;
  readonly meant: '' | 'please' | 'make sure that';
  /** Whether verbs behind it stand in the past where what is wished is meant: `it would be nice if web was linted`. */
  readonly isUnreal?: boolean;
}

export const OPENINGS: readonly Opening[] = [
  {
    pattern: opening(
      `as (?:an?|the|your|our) (?:[a-z-]+ ){0,3}(?:${ROLE})s?(?: (?:of|on|in) (?:the |our )?[a-z]+(?: team)?)?(?: here)?(?= (?:, )?(?:${WHO}|i'd|we'd) )`,
    ),
    meant: '',
  },
  {
    pattern: opening(
      `(?:it is|it's) ${VERY}(?:${NEEDED}) ${FOR_WHOM}that|(?:it would|it'd|that would|would) be ${VERY}(?:${NEEDED}|${GOOD}) ${FOR_WHOM}that`,
    ),
    meant: 'make sure that',
  },
  {
    pattern: opening(`(?:it would|it'd|that would|would) be ${VERY}(?:${NEEDED}|${GOOD}) ${FOR_WHOM}if`),
    meant: 'make sure that',
    isUnreal: true,
  },
  {
    pattern: opening(
      `(?:(?:it is|it's) ${VERY}(?:${NEEDED})|(?:it would|it'd|that would|would) be ${VERY}(?:${NEEDED}|${GOOD})) ${FOR_WHOM}to(?! (?:know|hear|see|be told|understand))|it is enough (?:to|if)|it's enough (?:to|if)`,
    ),
    meant: 'please',
  },
  {
    pattern: opening(
      `${WOULD} ${VERY}(?:(?:love|like|appreciate|prefer|welcome)|be ${VERY}(?:happy|glad|grateful|thankful|pleased|delighted)) (?:it )?(?:very much |a lot )?(?:if|when)`,
    ),
    meant: 'make sure that',
    isUnreal: true,
  },
  {
    pattern: opening(
      `${WOULD} ${VERY}(?:appreciate|welcome|(?:love|like|want) to (?:see|have)(?! (?:which|what|who|whom|whose|why|how|whether|if|when|where)(?: |$)))`,
    ),
    meant: 'please',
  },
  {
    pattern: opening(
      `(?:(?:a )?(?:big |huge |strong )?(?:\\+|plus )1(?:00|000)?|(?:${WHO}|${WOULD}) ${VERY}vote|(?:my|another|one more|a) vote(?: goes| would be)?|(?:i'm|i am|we're|we are) ${VERY}all|(?:i'm|i am|we're|we are)(?= in favou?r of )|all|thumbs up) (?:for|to|on|in favou?r of)(?: having| getting| seeing)?`,
    ),
    meant: 'please',
  },
  {
    pattern: opening(
      '(?:yes|yep|yeah|agreed|ok|okay|sure|\\+1|good idea|makes sense|sounds good|right)(?: ,| please(?= ))',
    ),
    meant: '',
  },
  // `i'd rather have a machine than a colleague point out …`: who does it is CI.
  {
    pattern: opening(
      `(?:${WOULD}) rather have (?:ci|a machine|machines|a tool|a bot|a robot|a computer|the pipeline)(?: than (?:a|my|our|some|any) (?:colleagues?|reviewers?|human|person|friend|teammate))?(?= [a-z])`,
    ),
    meant: 'please',
  },
  { pattern: opening(`(?:${WOULD}|${WHO}) ${VERY}prefer(?: to| that ${WHO}(?: should)?)?`), meant: 'please' },
  {
    pattern: opening(
      `(?:${WHO}|${WOULD}|may i|can i|let me)(?: like to)? (?:kindly )?(?:propose|suggest|recommend|request) that(?! (?:we|you|ci) )`,
    ),
    meant: 'make sure that',
  },
  {
    pattern: opening(
      `(?:${WHO}|${WOULD}|may i|can i|let me)(?: like to)? (?:kindly )?(?:propose|suggest|recommend|request)(?:(?: that)? (?:we|you)(?: should)?| to)?`,
    ),
    meant: 'please',
  },
  {
    pattern: opening(
      `(?:${WHO}|${WOULD}|may i|can i|let me)(?: like to)? (?:kindly )?ask (?:(?:you|the team|everyone) (?:to|for)|for|that (?:we|you))`,
    ),
    meant: 'please',
  },
  {
    pattern: opening(
      '(?:is there |there is )?any (?:chance|way|possibility) (?:that )?(?:you|we|someone|somebody) (?:can|could|might|would)|any chance of(?= [a-z])|would it be (?:ok|okay|fine|alright|all right|acceptable) to',
    ),
    meant: 'please',
  },
  {
    pattern: opening(
      `(?:${WHO}|the (?:maintainers|developers|reviewers|owners)|${OTHERS}) (?:have |has )?(?:all )?(?:decided|agreed|concluded) that(?=[^.]* (?:should|must|has to|have to|needs to|need to) )`,
    ),
    meant: 'make sure that',
  },
  {
    pattern: opening(
      '(?:heads up|heads-up|psa|as (?:discussed|agreed|mentioned|promised|requested|suggested|planned)(?: (?:in|with|by|at|on|during|earlier|before) (?:the |our |a )?[a-z]+(?: [a-z]+)?)?|(?:a |one |another |one more |my |the |next |last |two |three |four |some |a few |a couple of )?(?:quick|small|little|tiny|minor|more|other|next|last|simple)? ?(?:thing|request|ask|wish|favou?r|note|todo|task|ticket|suggestion|proposal|idea|feature request|reminder|wishe)s?(?: for (?:ci|the pipeline|the workflow))?|for (?:ci|the pipeline|the workflow|our pipeline|our ci)|(?:re|regarding|concerning|about) (?:ci|the pipeline|the workflow|our ci|our pipeline|checks)) [:,](?= |$)',
    ),
    meant: '',
  },
  { pattern: opening(`${WHO} (?:just |have |recently )?(?:noticed|realised|realized|saw|seen) that`), meant: '' },
  {
    pattern: opening(
      `(?:how|what) about(?= (?:[a-z-]+ing|an?|some|another|nightly|weekly|daily) )|(?:would it be|would that be) (?:too )?(?:(?:much|any|a lot of|a big) )?(?:trouble|hassle|work|effort|to ask) to|would it hurt to|why don't we (?:just|simply)|why not (?:just |simply )?(?=[a-z]+ )|(?:any|no) objections? (?:to|against)(?= [a-z-]+ing )|(?:anyone|anybody) (?:opposed|against)(?: to)?(?= [a-z-]+ing )|${WHO} hope (?:that )?(?:you|we|someone|somebody) (?:can|could|will)`,
    ),
    meant: 'please',
  },
  {
    pattern: opening(
      '(?:would|could|can|do) you (?:please |kindly )?(?:mind(?! if| that)|be so (?:kind|nice) (?:as to|to|and)|be willing to|be able to|find a way to)|would it be possible to',
    ),
    meant: 'please',
  },
  {
    pattern: opening(
      `feel free to|(?:please )?be so kind (?:as to|to|and)|do (?:me|us) a favou?r and|(?:when|whenever|if) you (?:have|get|find|ever get) ${TIME}|at your convenience|(?:a )?(?:quick|small|little) (?:request|one|ask)|(?:a )?friendly reminder to|i am looking for a way to|i'm looking for a way to|we are looking for a way to|we're looking for a way to|we are going to|we're going to(?= need)|(?:it is |it's )?(?:about |high |past )?time (?:to|for us to|we)`,
    ),
    meant: 'please',
  },
  {
    pattern: opening(
      `(?:the|our|my) (?:goal|aim|wish|request|requirement) (?:here )?(?:is|would be) that|what ${WHO} (?:want|need|would like) is that|make it so that|take care that|see that`,
    ),
    meant: 'make sure that',
  },
  {
    pattern: opening(`${WHO} (?:want|need|have|would like) to (?:know|see|be sure|be certain|be confident) that`),
    meant: 'make sure that',
  },
  {
    pattern: opening(
      `${WOULD} ${VERY}(?:feel|sleep|be|breathe) ${VERY}(?:better|happier|safer|easier|calmer|more comfortable|more confident|well) (?:if|when|knowing(?: that)?)`,
    ),
    meant: 'make sure that',
    isUnreal: true,
  },
  {
    pattern: opening(
      `(?:the|our|my) (?:goal|aim|wish|request) (?:here )?(?:is|would be) (?:to|for)|(?:what|all) ${WHO} (?:want|need|would like) is(?: to)?`,
    ),
    meant: 'please',
  },
  {
    pattern: opening(`${OTHERS} (?:also )?(?:insists?|demands?|requires?|expects?|wants?|asks?) that`),
    meant: 'make sure that',
  },
  {
    pattern: opening(
      `${OTHERS} (?:also )?(?:(?:insists? on|demands?|requires?|asks? for)(?: us to)?|(?:wants?|needs?|asks?|expects?) us to|(?:has |have )?asked (?:us )?(?:for|to)|wants?(?: to (?:have|see))?|needs?(?: to (?:have|see))?|would like(?: to (?:have|see))?)`,
    ),
    meant: 'please',
  },
];

/** Bounded repetitions alone, each on words that the next piece cannot begin with. */
function opening(words: string): RegExp {
  return new RegExp(`^(?:${words})(?: [,:](?= ))?(?= |$)`);
}

/** What a wish is worded in as if it were none yet, and as it is meant. */
export const UNREAL: Readonly<Record<string, string>> = {
  was: 'is',
  were: 'are',
  "wasn't": "isn't",
  "weren't": "aren't",
  had: 'has',
  ran: 'runs',
  went: 'goes',
  used: 'uses',
  came: 'comes',
  ended: 'ends',
  passed: 'passes',
  worked: 'works',
  failed: 'fails',
  took: 'takes',
  got: 'gets',
  "didn't": "doesn't",
  "couldn't": "can't",
  "wouldn't": "won't",
};
