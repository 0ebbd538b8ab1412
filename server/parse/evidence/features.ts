/** The names of all features, in the order of their numbers: what `why` and the weights file speak of. */
export const FEATURES: string[] = [];

/** Adds a family of `size` features and gives the number of its first. */
export function family(name: string, size: number): number {
  const base = FEATURES.length;
  for (let k = 0; k < size; k++) FEATURES.push(size === 1 ? name : `${name}:${k}`);
  return base;
}
