import type { DigestContinuation } from './digest';

/** Whether a text ends where no sentence can: it was cut, and goes on elsewhere. */
export const breaksOff = (text: string): boolean =>
  text.trim() !== '' && !/[。！？!?….；;：:”’』」）)】〕》〉]$/.test(text.trimEnd());

/** Whether a text begins with what no line can begin with (GB/T 15834): the end of a sentence that began elsewhere. */
export const resumes = (text: string): boolean => /^[，、。；：！？,;.!?’”』」）)》〉】〕]/.test(text.trimStart());

/** 1 where the text breaks off before the jump and goes on in mid-sentence after it, 0 where only the latter; else 0.5. */
export const seam = (to: DigestContinuation, from: DigestContinuation): number =>
  resumes(from.context) ? Number(breaksOff(to.context)) : 0.5;
