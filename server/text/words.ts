/**
 * A sentence a person reads, in both languages; `{0}`, `{1}` … stand for the arguments of `say`, and `{0|page|pages}` for the word
 * that goes with one, or with more.
 */
export interface Words {
  readonly en: string;
  readonly zh: string;
}

/** A sentence with its arguments: what crosses rooms before anyone knows the reader's language. */
export interface Message {
  readonly words: Words;
  readonly args: readonly (string | number)[];
}

export type Language = keyof Words;

/** The language to speak to a reader whose editor says `locale` (a BCP 47 tag such as `zh-cn`, or nothing). */
export const languageOf = (locale: string | undefined): Language => (/^zh\b/i.test(locale ?? '') ? 'zh' : 'en');

export const message = (words: Words, ...args: (string | number)[]): Message => ({ words, args });

/** The sentence in one language, its arguments filled in. */
export function say(language: Language, { words, args }: Message): string {
  return words[language]
    .replace(/\{(\d+)\|([^|}]*)\|([^}]*)\}/g, (_, n, one, more) => (Number(args[Number(n)]) === 1 ? one : more))
    .replace(/\{(\d+)\}/g, (whole, n) => String(args[Number(n)] ?? whole));
}
