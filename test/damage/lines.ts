import { pick, type Random } from '../random';
import { wrap } from '../wrap';
import { altered, type Damaged, type Paragraph, paragraphs, somewhere, wordBreaks } from './place';

/** Cuts every line of a text at `width` Han characters; later lines of a paragraph begin with `hang`. */
export function hardWrap(text: string, width: number, hang = ''): Damaged | null {
  const joins: number[] = [];
  const lines: string[] = [];
  const first: number[] = [];
  for (const line of text.split('\n')) {
    const own = wrap(line, width, '', hang);
    if (own.length > 1) first.push(lines.length + 1);
    for (let i = 1; i < own.length; i++) joins.push(lines.length + i);
    lines.push(...(own.length > 0 ? own : ['']));
  }
  if (joins.length === 0) return null;
  return { text: lines.join('\n'), original: text, problems: [{ line: first[0], code: 'broken-line' }], joins };
}

export function broken(
  text: string,
  random: Random,
  places: (p: Paragraph) => Iterable<number>,
  lineEnd: string,
): Damaged | null {
  const place = somewhere(text, random, places);
  if (!place) return null;
  const [paragraph, at] = place;
  const cut = paragraph.from + at;
  return { ...altered(text, cut, cut, lineEnd, paragraph.line, 'broken-line'), joins: [paragraph.line] };
}

export function* numberBreaks({ text }: Paragraph): Generator<number> {
  for (const { 0: number, index } of text.matchAll(/\d{2,}/g))
    if (index > 8 && index + number.length < text.length - 4) yield index + number.length - 1;
}

export function* quotationBreaks({ text }: Paragraph): Generator<number> {
  for (const { 0: quotation, index } of text.matchAll(/“[^“”]{8,}”/g)) yield index + (quotation.length >> 1);
}

/** The first words, up to the middle of a word of the first sentence, go to the end. Opens with a byline: left alone. */
export function orphan(text: string, random: Random): Damaged | null {
  const place = somewhere(text, random, function* (p) {
    const first = p.text.search(/[。！？!?]/);
    if (/^[^，,。]{0,12}[讯訊电電]|^[(（【〔“]/.test(p.text)) return;
    for (const at of wordBreaks(p)) if (at < first && first < p.text.length - 1) yield at;
  });
  if (!place) return null;
  const [{ from, to, line, text: own }, at] = place;
  return altered(text, from, to, own.slice(at) + own.slice(0, at), line, 'orphan-fragment');
}

export function duplicateClause(text: string, random: Random): Damaged | null {
  const place = somewhere(text, random, function* (here, next) {
    const target = next && next.line - here.line <= 2 ? next : null;
    if (!target) return;
    for (const clause of here.text.matchAll(/(?<=[，,。])[^，,。“”‘’（）()《》]{10,30}[，,。]/g))
      for (const gap of target.text.matchAll(/[，,](?=[^，,。]{4})/g))
        yield { clause: clause[0].slice(0, -1) + gap[0], at: target.from + gap.index + 1, line: target.line };
  });
  if (!place) return null;
  const { clause, at, line } = place[1];
  return altered(text, at, at, clause, line, 'duplicate-text');
}

export function duplicateBlock(text: string, random: Random): Damaged | null {
  const all = paragraphs(text);
  const early = all.slice(0, -2);
  if (early.length === 0) return null;
  const source = pick(random, early);
  const after = pick(
    random,
    all.filter((p) => p.line > source.line + 1),
  );
  const before = text.lastIndexOf('\n', source.from - 1) + 1;
  const lineEnds = text.slice(after.to).match(/^\n*/)?.[0] ?? '';
  const insert = (lineEnds || '\n') + text.slice(before, source.to);
  return altered(text, after.to, after.to, insert, after.line + Math.max(1, lineEnds.length), 'duplicate-text');
}

/** The paragraph ends its article: a headline, a caption or nothing follows. What breaks off elsewhere looks like a broken line. */
export function cutOff(text: string, random: Random): Damaged | null {
  const place = somewhere(text, random, (p) => {
    const next = text.slice(p.to).trimStart().split('\n', 1)[0];
    return next.length < 30 && !/[。！？!?]”?$/.test(next) ? [...wordBreaks(p)].slice(-6) : [];
  });
  if (!place) return null;
  const [{ from, to, line }, at] = place;
  return altered(text, from + at, to, '', line, 'cut-off');
}
