/** Whether a text ends where no sentence can: it was cut, and goes on elsewhere. */
export const breaksOff = (text: string): boolean =>
  text.trim() !== '' && !/[。！？!?….；;：:”’』」）)】〕》〉]$/.test(text.trimEnd());

/** Whether a text begins with what no line can begin with (GB/T 15834): the end of a sentence that began elsewhere. */
export const resumes = (text: string): boolean => /^[，、。；：！？,;.!?’”』」）)》〉】〕]/.test(text.trimStart());
