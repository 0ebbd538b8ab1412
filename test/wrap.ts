/**
 * Lines of at most `width` Han characters (two Latin ones count as one), as a typesetter breaks them: digits and Latin words
 * stay whole, no closing mark begins a line (it hangs over the edge), no opening mark ends one (GB/T 15834).
 */
export function wrap(paragraph: string, width: number, indent = ''): string[] {
  const lines: string[] = [];
  let line = indent;
  let used = measure(indent);
  for (const atom of paragraph.match(ATOM) ?? []) {
    const wide = measure(atom);
    if (used + wide > width * 2 && line !== '' && !HANGING.test(atom)) {
      const stays = line.replace(OPENING_AT_END, '');
      lines.push(stays);
      line = line.slice(stays.length).trimStart();
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
const HANGING = /^[，。、；：？！,.;:?!”’》〉）】〕」』)%]$/u;
const OPENING_AT_END = /[“‘《〈（【〔「『(]+$/u;

const measure = (text: string): number => [...text].reduce((sum, c) => sum + (c.charCodeAt(0) < 0x2000 ? 1 : 2), 0);
