import { initialsOf } from '../text/initials';

/**
 * Whether one Han character may have been set for the other: they share their radical (溆 and 渌), or their readings begin
 * with the same letter (平 and 萍).
 */
export const near = (a: string, b: string): boolean =>
  radical(a) === radical(b) || (initialsOf(a.charCodeAt(0)) & initialsOf(b.charCodeAt(0))) !== 0;

/** The one place where two strings of equal length differ, or -1 where there is none or more than one. */
export function difference(a: string, b: string): number {
  let found = -1;
  for (let i = 0; i < a.length; i++) {
    if (a[i] === b[i]) continue;
    if (found >= 0) return -1;
    found = i;
  }
  return found;
}

/** Unicode orders ideographs by radical and begins each with the radical itself: its number is how many come before. */
const RADICALS = Array.from({ length: 214 }, (_, i) =>
  String.fromCodePoint(0x2f00 + i)
    .normalize('NFKC')
    .charCodeAt(0),
);
export const radical = (character: string): number =>
  RADICALS.filter((first) => first <= character.charCodeAt(0)).length;
