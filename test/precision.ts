import type { Case } from './accuracy';

/** Of what a rule said on labelled files, how much there was and how much of it was right. */
export interface Measured {
  readonly said: number;
  readonly right: number;
}

/**
 * The precision of every rule whose kind the labels know. A broken line is judged join by join; in hard-wrapped files the
 * labels know nothing else.
 */
export function measured(cases: readonly Case[]): Readonly<Record<string, Measured>> {
  const known = new Set(cases.flatMap(({ gold }) => gold.problems.map(({ code }) => code)));
  const all = new Map<string, { said: number; right: number }>();
  const count = (code: string, right: boolean): void => {
    const sum = all.get(code) ?? { said: 0, right: 0 };
    all.set(code, { said: sum.said + 1, right: sum.right + Number(right) });
  };
  for (const { gold, found } of cases)
    for (const { code, line, joins } of found.problems) {
      if (code === 'broken-line') for (const join of joins ?? [line]) count(code, gold.breaks.includes(join));
      else if (
        gold.style !== 'wrap' &&
        known.has(code) &&
        !gold.allowed?.some((one) => one.line === line && one.codes.includes(code))
      )
        count(
          code,
          gold.problems.some((one) => one.code === code && one.line === line),
        );
    }
  return Object.fromEntries([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}
