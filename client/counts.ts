import type { l10n as vscodeL10n } from 'vscode';

type L10n = Pick<typeof vscodeL10n, 't'>;

// Counts in words. One thing has a sentence of its own, as English has a form of its own for it.

export const pages = (count: number, l10n: L10n): string =>
  count === 1 ? l10n.t('1 page') : l10n.t('{0} pages', count);
export const articles = (count: number, l10n: L10n): string =>
  count === 1 ? l10n.t('1 article') : l10n.t('{0} articles', count);
export const characters = (count: number, l10n: L10n): string =>
  count === 1 ? l10n.t('1 character') : l10n.t('{0} characters', count);
export const problems = (count: number, l10n: L10n): string =>
  count === 1 ? l10n.t('1 problem') : l10n.t('{0} problems', count);
export const newspaperFiles = (count: number, l10n: L10n): string =>
  count === 1 ? l10n.t('1 newspaper file') : l10n.t('{0} newspaper files', count);
