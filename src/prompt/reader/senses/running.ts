import { has, isName, NAMES } from '../clauses/chunks.ts';
import type { Atom, Tag } from '../meaning.ts';

/** Settings of a chart, which are of nothing but what runs in the cluster. */
const OF_CHART: readonly Tag[] = ['replicas', 'scaling', 'host', 'host-word', 'mesh', 'cpu', 'memory', 'quantity'];
const OTHER: readonly Tag[] = [
  'image',
  'push',
  'publish',
  'deploy',
  'environment',
  'check',
  'tool',
  'event',
  'minutes',
];
const RUNNING =
  /^(?:(?:it|they|this|that) )?(?:(?:is|are|has been|have been|gets|goes|runs?|is running) )?(?:(?:running|deployed|live|up|up and running|installed|rolled out|out there)(?: (?:in|on|to|into) (?:the|our) cluster)?|(?:in|into|on) (?:the|our) cluster)$/i;

/** `once it is in the cluster, web has to answer at shop.example.org`: what is set for it there is set in any case. */
export function withRunning(atoms: readonly Atom[]): readonly Atom[] {
  const when = atoms.findIndex(({ words }) => /^(?:once|when|as soon as|whenever)$/i.test(words));
  const joint = atoms.findIndex(({ meaning, words }, at) => at > when && meaning.tag === 'join' && words === ',');
  const isLead = when === 0 && joint > 0;
  const told = isLead ? atoms.slice(1, joint) : atoms.slice(when + 1);
  const wish = isLead ? atoms.slice(joint + 1) : atoms.slice(0, Math.max(when, 0));
  const [name, ...more] = told.filter(isName);
  const plain = told.flatMap(({ words }, at) => (told[at] === name ? ['it'] : [words])).join(' ');
  if (when < 0 || more.length > 0 || !RUNNING.test(plain) || !has(wish, ...OF_CHART) || has(wish, ...OTHER))
    return atoms;
  if (!name) return wish;
  // `when web is live, give it 3 replicas`.
  const it = wish.findIndex(({ meaning }) => meaning.tag === 'pronoun');
  return it < 0 || has(wish, ...NAMES) ? atoms : wish.with(it, name);
}
