const BUT = 'but|though|sondern|aber|mais|pero|sino|mas|ma|maar|ale|но';
const DENIES =
  "do not|don't|dont|never|without|instead of|rather than|except(?:ing)?|excluding|apart from|aside from|besides|other than|ohne|außer|sans|sauf|sin|excepto|salvo|sem|exceto|senza|tranne|zonder|behalve|bez|oprócz|без|кроме|statt|anstatt|anstelle|au lieu|plutôt que|en lugar|en vez|em vez|invece di|in plaats van|zamiast|вместо";

/** `Remove the coverage check and lint cart`: what takes a noun is over where another deed begins. */
const NEXT_DEED =
  /(?<=(?<!\p{L})(?:remove|drop|delete|disable|stop) [^.,;:!?\n]{0,200}) and (?=(?:lint|test|run|build|push|publish|deploy|scan|sign|check|audit|format|add|use|give) )/u;

/** Where a clause ends. A dot or colon inside of a name ends none. */
const CLAUSE_ENDS = new RegExp(
  [
    '[.,;:!?](?= |$)',
    '[\\n—。、，；：！？]',
    `(?<!\\p{L})(?:${BUT})(?!\\p{L})`,
    `(?=(?<!\\p{L})(?:(?:and|or) )?(?:${DENIES}) )`,
  ].join('|'),
  'gu',
);

/** `Push cart and skip the scan`: of what is done and what is not. */
const NEXT_REMOVAL = / (?=and (?:skip|drop|remove|disable|delete|omit|turn off) )/u;
/** A word that denies, in English. */
export const DENIAL = /(?<!\p{L})(?:not|never|no|\p{L}+n't|dont)(?!\p{L})/u;

/** Some words, and the sign or word that stands before them. */
export interface Clause {
  readonly text: string;
  readonly sign: string;
}

/** A text, cut where a clause ends; none of them is empty. */
export function clausesOf(text: string): Clause[] {
  const ends = [...text.matchAll(CLAUSE_ENDS)];
  const starts = [{ from: 0, sign: '' }, ...ends.map((end) => ({ from: end.index + end[0].length, sign: end[0] }))];
  return starts
    .flatMap(({ from, sign }, at) => {
      const [first = '', ...more] = cutAtDeeds(text.slice(from, ends[at]?.index ?? text.length));
      return [{ text: first, sign }, ...more.map((part) => ({ text: part, sign: 'and' }))];
    })
    .filter((clause) => clause.text.trim() !== '');
}

function cutAtDeeds(clause: string): string[] {
  const parts = clause.split(NEXT_DEED);
  return parts.flatMap((part) => (DENIAL.test(part) ? [part] : part.split(NEXT_REMOVAL)));
}

const JOINTS = /(?:^| )(?:and|while|then|plus|und|et|y|e|en|&|\/) | \(|\)/;

/** The parts of a clause that `and` or a bracket joins. */
export function partsOf(clause: string): string[] {
  return clause.split(JOINTS).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
}

/** Words that begin something new, which what is denied before a comma does not reach. */
const ANEW =
  /^ ?(?:(?:and|or|then|so|please|now|just|only|rather|instead) )*(?:only|just|please|instead|rather|on|from|for|we|i|the|lint|test|run|build|push|publish|deploy|scan|sign|check|audit|format|type|add|use|give|make|put|set|ship|release|roll|start|generate|nur|solo|seulement|teste|baue|linte|pushe|deploye|formatiere|pr\u00fcfe|ver\u00f6ffentliche|nutze|nimm|gib|setze|f\u00fcge|d\u00e9ploie|pousse|publie|formate|analyse|construis|utilise|donne|ajoute|despliega|publica|prueba|formatea|construye|usa|a\u00f1ade|implanta|testa|adiciona|pubblica|costruisci|distribuisci|aggiungi|gebruik|voeg|zet|u\u017cyj|dodaj|wdr\u00f3\u017c|\u043e\u043f\u0443\u0431\u043b\u0438\u043a\u0443\u0439|\u0440\u0430\u0437\u0432\u0435\u0440\u043d\u0438|\u0434\u043e\u0431\u0430\u0432\u044c|\u043f\u0440\u043e\u0432\u0435\u0440\u044c|\u0438\u0441\u043f\u043e\u043b\u044c\u0437\u0443\u0439)(?!\p{L})/u;

/** Whether what is denied before it goes on in a clause: `never, ever, push it`, `not cart, web or ledger`, `all but cart`. */
export function goesOn({ text, sign }: Clause, before: Clause, isDenied: boolean): boolean {
  if (sign === 'but') return /(?<!\p{L})(?:all|every|any)/u.test(before.text) && text.trim().split(' ').length <= 3;
  const isBare =
    /(?<!\p{L})(?:not|never|n't|don't)$/u.test(before.text.trim()) || /^(?:ever|at all)$/.test(before.text.trim());
  return (
    isDenied && /^[,:\u3001\uff0c\uff1a]/.test(sign) && (isBare || isParenthesis(text, before) || !ANEW.test(text))
  );
}

/** `Never, whatever happens, push it`. */
function isParenthesis(text: string, before: Clause): boolean {
  return (
    /^[,\uff0c]/.test(before.sign) && /^ ?(?:whatever|no matter|under|in any|ever)/.test(before.text) && text !== ''
  );
}
