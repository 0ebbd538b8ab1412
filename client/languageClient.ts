/** A bundle of its own, which is loaded with the first newspaper text: see `extension.ts`. */
export { LanguageClient, TransportKind } from 'vscode-languageclient/node';
