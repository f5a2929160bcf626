/** Words that take something away wherever they stand in a clause; beginnings of words. */
const VERBS =
  'remov|except|excluding|apart|aside|besides|unwant|drop|delet|disabl|deactivat|stop|skip|omit|rid|off|entfern|lösch|ohne|außer|kein|nicht|abschalt|ausschalt|weglass|supprim|enlev|retir|sans|sauf|pas|désactiv|quitar|elimin|desactiv|excepto|salvo|sem|sin|não|nao|tirar|rimuov|togli|tranne|senza|verwijder|zonder|behalve|geen|niet|usuń|usun|bez|oprócz|nie|убер|удал|без|кроме|не|отключ';

/** The same where words are not parted by spaces. */
const UNPARTED = /删|去掉|不|停|关闭|取消|移除|削除|外し|なし|やめ|止め|しない|제거|삭제|빼|없이|중지/;

/** Words that deny only what comes soon after them. */
const DENIALS = /^(?:no|not|\p{L}+n't|dont|never|without|non)$/u;
const NOBODY = /^(?:nobody|neither)$/;
const NEAR = 6;

/** What is not taken away: it falls, or ends in time. */
const FALLS =
  /(?<!\p{L})(?:drop|fall|go)(?:s|es|ped|ping)? (?:below|under|beneath|to)(?!\p{L})|(?<!\p{L})stop(?:s)? (?:it|them) after(?!\p{L})/gu;

/** The parts of a clause that take something away; empty where it takes nothing. Who must `never skip` it takes nothing away. */
export function turnedIn(clause: string): string[] {
  if (UNPARTED.test(clause)) return [clause];
  const words = clause
    .replace(FALLS, ' ')
    .split(/[^\p{L}\p{N}'+#]+/u)
    .filter(Boolean);
  return words.flatMap((word, at) => {
    if (isVerb(word)) return words.slice(Math.max(0, at - 3), at).some(isDenial) ? [] : [clause];
    const reach = NOBODY.test(word) ? 2 : reachOf(word, words[at + 1] ?? '');
    const next = words.slice(at + 1, at + 1 + reach);
    return next.length === 0 || next.some(isVerb) ? [] : [next.join(' ')];
  });
}

function reachOf(word: string, next: string): number {
  if (!isDenial(word)) return 0;
  return word === 'no' && !/^(?:longer|more)$/.test(next) ? 2 : NEAR;
}

function isDenial(word: string): boolean {
  return DENIALS.test(word);
}

function isVerb(word: string): boolean {
  return !isDenial(word) && VERBS.split('|').some((stem) => (stem.length < 4 ? word === stem : word.startsWith(stem)));
}
