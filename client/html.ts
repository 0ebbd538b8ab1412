/** Text as it may stand in HTML and in quoted attributes. */
export const escaped = (text: string | number): string =>
  String(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
