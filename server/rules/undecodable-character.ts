import type { Edit } from '../text/edit';
import type { Span } from '../text/span';
import type { Text } from '../text/text';
import { message, type Words } from '../text/words';
import type { Context, Finding, Fix, Problem, Rule } from './rule';
import { extent, type Hits, samples, scan } from './scan';

/**
 * What a lost or wrong decoding leaves: U+FFFD, private-use and control characters, lone surrogates, runs of mojibake,
 * character references that nobody resolved. Where the character is lost there is nothing to mend; where it is only
 * hidden (a control character, `&nbsp;`) it is taken away or decoded.
 */
export const undecodableCharacter: Rule = {
  code: 'undecodable-character',
  title: { en: 'Undecodable character', zh: '乱码字符' },
  severity: 'warning',
  *find({ sheet: { text } }): Generator<Finding> {
    for (const hits of scan(text, DIRT)) {
      const wrong = { ...hits, spans: hits.spans.filter(({ from }) => from > 0 || text.codeAt(0) !== BOM) };
      if (wrong.spans.length > 0) yield found(text, wrong);
    }
  },
  fix({ sheet: { text } }: Context, { span }: Problem): Fix[] {
    const edits: Edit[] = [];
    for (const { spans } of scan(text, DIRT, text.lineAt(span.from))) {
      for (const { from, to } of spans) {
        const insert = from === 0 && text.codeAt(0) === BOM ? null : mended(text.slice(from, to));
        if (insert !== null)
          edits.push({ from: isChunk(text.slice(from, to)) ? lineEndBefore(text, from) : from, to, insert });
      }
    }
    if (edits.length === 0) return [];
    const removes = edits.map((edit) => text.slice(edit.from, edit.to)).join('');
    const adds = edits.map((edit) => edit.insert).join('');
    // A chunk size might, once in a long while, be a line of its own that somebody wrote.
    const tier = CHUNK_SIZE.test(removes) ? 'likely' : 'certain';
    return [{ title: message(adds ? DECODE : REMOVE), tier, edits, declares: { removes, adds } }];
  },
};

const BOM = 0xfeff;

/** Invisible and without meaning in running text. Tab, line ends and form feed (a page's end) are none of them. */
const HIDDEN = '[\\x00-\\x08\\x0B\\x0E-\\x1F\\x7F\\u200B\\u2060\\uFEFF\\uFFF9-\\uFFFC]';
/** The C1 controls were letters in another encoding: nobody may throw them away. */
const LOST = '[\\uFFFD\\x80-\\x9F]|\\p{Co}|\\p{Cs}|\\p{Noncharacter_Code_Point}';
/** U+FFFD read as GBK, uninitialised memory read as GBK, UTF-8 read as Latin-1. */
const MOJIBAKE = '(?:锟斤拷)+|烫烫烫+|屯屯屯+|(?:[\\u00C2-\\u00EF][\\u0080-\\u00BF]{1,2}){3,}';
const REFERENCE =
  '&(?:nbsp|ensp|emsp|amp|lt|gt|quot|ldquo|rdquo|lsquo|rsquo|middot|mdash|hellip|#\\d{2,6}|#x[0-9a-fA-F]{2,5});';
/** RFC 9112, 7.1: a length in hexadecimal on a line of its own; one without a letter could as well be a year. */
const CHUNK = '(?<=[\\r\\n])(?=[0-9]*[a-f])(?=[a-f]*[0-9])[0-9a-f]{3,5}(?=[\\r\\n])';
const DIRT = new RegExp(`${CHUNK}|${MOJIBAKE}|${REFERENCE}|&nbsp(?![A-Za-z0-9;])|${LOST}|${HIDDEN}`, 'gu');

const NAMED: Readonly<Record<string, string>> = {
  nbsp: '\u00A0',
  ensp: '\u2002',
  emsp: '\u2003',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  middot: '·',
  mdash: '—',
  hellip: '…',
};
const HIDDEN_ONLY = new RegExp(`^${HIDDEN}$`, 'u');
const CHUNK_SIZE = /(?<![&#x0-9a-f])[0-9a-f]{3,5}(?![;0-9a-f])/;

const isChunk = (dirt: string): boolean => /^[0-9a-f]{3,5}$/.test(dirt);

/** A chunk size goes with the line end before it: the line was never the text's. */
const lineEndBefore = (text: Text, from: number): number => text.lineEnd(text.lineAt(from) - 1);

/** What should stand there, empty for a hidden character, or null where it is lost. */
function mended(dirt: string): string | null {
  if (HIDDEN_ONLY.test(dirt) || isChunk(dirt)) return '';
  const reference = /^&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));?$/.exec(dirt);
  if (!reference) return null;
  const [, hex, decimal, name] = reference;
  if (name) return NAMED[name] ?? null;
  const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
  const visible =
    code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) && !(code >= 0x7f && code < 0xa0);
  return visible ? String.fromCodePoint(code) : null;
}

function found(text: Text, hits: Hits): Finding {
  const seen = samples(text, hits);
  return {
    span: extent(hits),
    // What can be decoded is a leftover of a conversion, and no character is missing there.
    wrong: adjoining(hits.spans.filter(({ from, to }) => mended(text.slice(from, to)) === null)),
    confidence: 'high',
    message: message(
      seen.some((dirt) => mended(dirt) === null) ? LOSS : DIRTY,
      hits.spans.length,
      seen.map(shown).join(', '),
    ),
  };
}

/** Spans with those that touch put together: what was lost in one place. */
function adjoining(spans: readonly Span[]): Span[] {
  const places: Span[] = [];
  for (const span of spans) {
    const before = places.at(-1);
    if (before?.to === span.from) places[places.length - 1] = { from: before.from, to: span.to };
    else places.push(span);
  }
  return places;
}

/** A character that cannot be seen is named by its code point. */
const shown = (dirt: string): string =>
  /^[&0-9a-f\p{sc=Han}]/u.test(dirt)
    ? dirt
    : [...dirt].map((c) => `U+${c.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`).join(' ');

const LOSS: Words = {
  en: '{0} character(s) were lost in decoding: {1}. Compare with the printed page, or reopen the file with another encoding.',
  zh: '有 {0} 处字符在转码时丢失：{1}。请核对原版，或换一种编码重新打开文件。',
};
const DIRTY: Words = {
  en: '{0} leftover(s) of a conversion stand in the text: {1}. They can be cleared without loss.',
  zh: '文中有 {0} 处转换残留：{1}。可放心清除。',
};
const REMOVE: Words = { en: 'Remove the hidden characters', zh: '删去隐藏字符' };
const DECODE: Words = { en: 'Decode the character references', zh: '还原字符引用' };
