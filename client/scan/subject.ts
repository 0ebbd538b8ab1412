import * as vscode from 'vscode';
import type { PageOverview } from '../../server/lsp/requests';
import { isOf } from '../editors';
import { holds, pageName } from '../issueNode';
import type { Overviews } from '../overviews';
import { type Found, findOriginal } from './find';
import type { LeafFacts } from './leaf';
import type { Heading, Kept } from './messages';
import { base, type PageFacts } from './paths';

/** The page that a place in a text belongs to, and what is known of it. */
export interface Subject {
  /** Two subjects with the same key have the same original. */
  readonly key: string;
  readonly at: Kept;
  /** Undefined where the text is no newspaper's. */
  readonly page: PageOverview | undefined;
  /** Those of the issue. */
  readonly pages: readonly PageOverview[];
  readonly facts: PageFacts;
  readonly place: Omit<LeafFacts, 'ofIssue'>;
}

/** A subject with its original, or with what was looked for in vain. */
export interface Shown extends Subject {
  readonly found: Found;
  readonly heading: Heading;
  readonly leaf: LeafFacts;
}

export async function subjectAt(overviews: Overviews, at: Kept): Promise<Subject> {
  const text = vscode.Uri.parse(at.uri);
  const edition = await overviews.edition({ uri: at.uri });
  const pages = edition?.leaves ?? [];
  const own = pages.filter(({ uri }) => isOf(text, uri));
  const page = own.find((page) => holds(page, at.line)) ?? own[0];
  const facts = {
    path: text.path,
    root: vscode.workspace.getWorkspaceFolder(text)?.uri.path ?? null,
    label: page?.label ?? '',
    date: edition?.date ?? null,
    paper: edition?.paper ?? null,
  };
  const place = {
    label: facts.label,
    inFile: page ? own.indexOf(page) : 0,
    fileLeaves: Math.max(1, own.length),
    inIssue: page ? pages.indexOf(page) : 0,
  };
  return { key: JSON.stringify([at.uri, facts, place, pages.length]), at, page, pages, facts, place };
}

const NOWHERE: Found = { uri: undefined, lookedFor: [], unknown: [], missing: [] };

/** Finds the original of a page. */
export async function lookUp(subject: Subject): Promise<Shown> {
  const { at, page, pages, facts, place } = subject;
  const text = vscode.Uri.parse(at.uri);
  const found = text.scheme === 'untitled' ? NOWHERE : await findOriginal(text, facts);
  const name = page ? pageName(page, vscode.l10n) : base(text.path);
  const file = found.uri ? base(found.uri.path) : '';
  const heading: Heading = {
    page: name,
    file,
    spoken: file ? vscode.l10n.t('Original of {0}: {1}', name, file) : vscode.l10n.t('{0}: no original found', name),
    hasPrevious: place.inIssue > 0,
    hasNext: place.inIssue < pages.length - 1,
    kept: at,
  };
  return { ...subject, found, heading, leaf: { ...place, ofIssue: found.uri !== undefined && found.ofIssue } };
}
