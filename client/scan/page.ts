import * as vscode from 'vscode';
import { escaped, nonce } from '../html';
import type { Found } from './find';
import { ENDINGS } from './paths';

// What the panel with the original consists of. Words are escaped; nothing is loaded but what bears the nonce.

export function originalPage(uris: {
  readonly styles: readonly string[];
  readonly script: string;
  readonly pdf: string;
  readonly tiff: string;
}): string {
  const own = nonce();
  const policy = [
    `default-src 'none'`,
    `style-src 'nonce-${own}'`,
    // PDF.js unpacks some pictures by WebAssembly.
    `script-src 'nonce-${own}' 'wasm-unsafe-eval'`,
    'img-src blob:',
    'worker-src blob:',
  ].join('; ');
  const button = (id: string, words: string, key: string, drawing: string): string =>
    `<button id="${id}" title="${escaped(key ? `${words} (${key})` : words)}" aria-label="${escaped(words)}"${key && ` aria-keyshortcuts="${key}"`} data-act="${id}"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="${drawing}"/></svg></button>`;
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escaped(vscode.l10n.t('Original'))}</title>
${uris.styles.map((style) => `<link rel="stylesheet" nonce="${own}" href="${style}">`).join('\n')}
</head>
<body data-nonce="${own}" data-pdf="${uris.pdf}" data-tiff="${uris.tiff}">
<header role="group" aria-label="${escaped(vscode.l10n.t('Original'))}">
${button('previous', vscode.l10n.t('Previous page'), 'PageUp', 'M10 3 5 8l5 5')}
${button('next', vscode.l10n.t('Next page'), 'PageDown', 'm6 3 5 5-5 5')}
<strong id="page"></strong><span id="file"></span>
<span class="room"></span>
<span id="tools">
${button('out', vscode.l10n.t('Smaller'), '-', 'M3 8h10')}
<output id="scale"></output>
${button('in', vscode.l10n.t('Larger'), '+', 'M3 8h10M8 3v10')}
${button('whole', vscode.l10n.t('Whole page'), '0', 'M4.5 2.5h7v11h-7z')}
${button('width', vscode.l10n.t('Full width'), 'W', 'M2.5 3v10M13.5 3v10M5 8h6M7 6 5 8l2 2M9 6l2 2-2 2')}
${button('outside', vscode.l10n.t('Open with another program'), '', 'M6 3.5H3.5v9h9V10M9 3.5h3.5V7M12.5 3.5 7.5 8.5')}
</span>
</header>
<main>
<div id="frame" tabindex="0" role="img"><div id="sheet"></div></div>
<section id="nothing" hidden></section>
</main>
<p id="spoken" class="spoken" role="status" aria-live="polite"></p>
<script nonce="${own}" src="${uris.script}"></script>
</body>
</html>`;
}

/** What is shown until the server has read the text. */
export const whileReading = (): string => paragraph(vscode.l10n.t('Reading the text…'));

/** Says why there is no original, where it was looked for, and what to do; undefined where no text is open. */
export function whyNothing(found: Extract<Found, { uri: undefined }> | undefined): string {
  if (!found) return paragraph(vscode.l10n.t('Open a page of newspaper text: its original is shown here.'));
  const { lookedFor, unknown, missing } = found;
  const list = lookedFor.map((path) => `<li><code>${escaped(path)}</code></li>`).join('');
  const named = (names: readonly string[]) => names.map((name) => `\${${name}}`).join(', ');
  return [
    `<h1>${escaped(vscode.l10n.t('No original of this page was found'))}</h1>`,
    ...(unknown.length > 0
      ? [paragraph(vscode.l10n.t('galley.scan.path says {0}, which is no variable.', named(unknown)))]
      : []),
    ...(missing.length > 0
      ? [paragraph(vscode.l10n.t('galley.scan.path says {0}, which nothing tells of this page.', named(missing)))]
      : []),
    ...(list
      ? [paragraph(vscode.l10n.t('Looked for, with the endings {0}:', ENDINGS.join(', '))), `<ul>${list}</ul>`]
      : []),
    paragraph(
      vscode.l10n.t('Put a picture or a PDF of the same name beside the text, or say where the originals are.'),
    ),
    actions(['settings', vscode.l10n.t('Say Where They Are')]),
  ].join('\n');
}

/** Says that there is an original, but one that cannot be shown here. */
export const whyUnshown = (file: string, reason: string): string =>
  [
    `<h1>${escaped(vscode.l10n.t('{0} cannot be shown', file))}</h1>`,
    paragraph(reason),
    actions(['outside', vscode.l10n.t('Open with another program')]),
  ].join('\n');

const paragraph = (words: string): string => `<p>${escaped(words)}</p>`;
/** What can be done, and that one can look again. */
const actions = ([act, words]: readonly [string, string]): string =>
  `<p><button data-act="${act}">${escaped(words)}</button> <button class="secondary" data-act="again">${escaped(vscode.l10n.t('Look Again'))}</button></p>`;
