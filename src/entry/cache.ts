// The program that speaks to the cache of GitHub's runners, one order a process.
import { orderFromParent } from '../clients/cache/child.ts';
import { obey } from '../clients/cache/service.ts';

await orderFromParent(obey);
