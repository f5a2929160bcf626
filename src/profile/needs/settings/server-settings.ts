import type { Place } from '../../word.ts';

/** A value as settings give it: written out, taken from a variable, or from a variable with a value that stands in for it. */
export interface Field {
  /** Null where only the variable tells. */
  readonly value: string | null;
  /** The variable of the environment that is read first; null where none is. */
  readonly variable: string | null;
}

/** What is needed to reach a server. */
export type Part = 'host' | 'port' | 'user' | 'password' | 'database';

/** What a program's settings say of the server that its tests speak to. */
export interface ServerSettings {
  /** The kind of server, of those that speak its language the first: `mysql` stands for MariaDB, too. */
  readonly service: string;
  /** Those that are told one by one. */
  readonly parts: Readonly<Partial<Record<Part, Field>>>;
  /** The address that holds the others, with the scheme that the program asks for; null where they are told one by one. */
  readonly url: (Field & { readonly scheme: string }) | null;
  /** Whether the settings themselves show that tests speak to it. */
  readonly isShown: boolean;
  /** Whether the language speaks to it without a package. */
  readonly hasDriver?: boolean;
  /** Whether `localhost` is a socket of this machine to the program, and none of a container. */
  readonly isLocalhostASocket?: boolean;
  /** Whether they are variables of a file, and not what a program reads itself. */
  readonly isFile?: boolean;
  /** Whether that is an example, which no program reads. */
  readonly isExample?: boolean;
  /** Further addresses of servers of that kind, which stand in the same file. */
  readonly further?: readonly ServerSettings[];
  readonly at: Place;
}

/** A field that is written out. */
export function written(value: string): Field {
  return { value, variable: null };
}

/** A field that a variable tells, where it is set. */
export function told(variable: string, value: string | null = null): Field {
  return { value, variable };
}
