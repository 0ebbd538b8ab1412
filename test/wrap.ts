/**
 * Lines of at most `width` Han characters (two Latin ones count as one), as a typesetter breaks them: digits and Latin words
 * stay whole, no closing mark begins a line (it hangs over the edge, as a blank does), no opening mark ends one (GB/T 15834).
 * The lines after the first get `hang`; without it and put together they are the paragraph again, to the letter.
 */
export function wrap(paragraph: string, width: number, indent = '', hang = ''): string[] {
  if (paragraph.length + indent.length <= width) return [indent + paragraph];
  const lines: string[] = [];
  let line = indent;
  let used = measure(indent);
  for (const atom of paragraph.match(ATOM) ?? []) {
    const wide = measure(atom);
    if (used + wide > width * 2 && line !== '' && !HANGING.test(atom)) {
      const stays = line.replace(OPENING_AT_END, '');
      lines.push(stays);
      line = hang + line.slice(stays.length);
      used = measure(line);
    }
    line += atom;
    used += wide;
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** What a line break may not split: a run of digits or Latin letters, a double mark, else one character. */
const ATOM = /[0-9A-Za-z.%+-]+|——|……|\P{M}\p{M}*/gu;
const HANGING = /^[\s，。、；：？！,.;:?!”’》〉）】〕」』)%]$/u;
const OPENING_AT_END = /[“‘《〈（【〔「『(]+$/u;

const measure = (text: string): number => [...text].reduce((sum, c) => sum + (c.charCodeAt(0) < 0x2000 ? 1 : 2), 0);
