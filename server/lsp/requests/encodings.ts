// What the two say of the encoding of a document.

/** Client → server: in which encoding (by the editor's name for it) a document was opened, where the editor tells. */
export const openedIn = 'galley/openedIn';
export interface OpenedInParams {
  readonly uri: string;
  readonly encoding: string;
}

/** Server → client: whether a document was opened in the wrong encoding; sent when that changes. */
export const wrongEncoding = 'galley/wrongEncoding';
export interface WrongEncodingParams {
  readonly uri: string;
  /** The likely right one by its WHATWG name, empty where there is no telling; null once the document is as it should be. */
  readonly encoding: string | null;
}
