/** In pieces: one call cannot take the bytes of a whole file as its arguments. */
export function base64(bytes: Uint8Array): string {
  let content = '';
  for (let i = 0; i < bytes.length; i += 8192) content += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(content);
}

export const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
