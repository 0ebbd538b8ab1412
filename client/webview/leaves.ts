/** A file of one or several leaves, opened for drawing. */
export interface Leaves {
  readonly count: number;
  /** What the file itself calls its leaves, or null. */
  readonly labels: readonly string[] | null;
  /** A leaf's size at 100 %, in CSS pixels. */
  size(leaf: number): Promise<Size>;
  /** Draws a leaf so many pixels wide. Rejects with an `AbortError` where another drawing began meanwhile. */
  draw(leaf: number, canvas: HTMLCanvasElement, width: number): Promise<void>;
  close(): void;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Gives a part of the extension by its name in `dist/`. */
export type Parts = (name: string) => Promise<Uint8Array>;
/** What the scripts that are loaded only when needed put into the page. */
export type Opener = (bytes: Uint8Array, parts: Parts) => Promise<Leaves>;

declare global {
  var galleyOpeners: { pdf?: Opener; tiff?: Opener } | undefined;
}
