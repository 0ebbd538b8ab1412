/** Whether two values of plain data (what JSON can hold) are the same, but for the fields named in `except`, however deep. */
export function equal(a: unknown, b: unknown, except?: ReadonlySet<string>): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, i) => equal(item, b[i], except));
  }
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => except?.has(key) || equal(a[key as never], b[key as never], except))
  );
}
