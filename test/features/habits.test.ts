import assert from 'node:assert';
import { habits } from '../../server/features/habits';
import { hover } from '../../server/features/hover';
import { Issue } from '../../server/issue/issue';
import { page, sheetOf } from './page';

const sheet = sheetOf(page);

describe('the habits of a file', () => {
  it('are told in both languages', () => {
    assert.strictEqual(
      habits({ indented: true, blankLines: 'articles', wrapWidth: 40, punctuation: 'half', barePages: false }, 'en'),
      'Habits of this file: paragraphs are indented; blank lines here and there, as between articles; hard-wrapped at 40 columns; half-width punctuation',
    );
    assert.strictEqual(
      habits(sheet.profile, 'zh'),
      '本文件的版式习惯：段首不缩进；仅个别处（如稿件之间）有空行；用半角标点',
    );
  });

  it('are shown on the folio, and where there is none on the first line', () => {
    const said = (text: string, at: number) =>
      hover({ issue: Issue.empty, file: 'a.txt', sheet: sheetOf(text) }, at, 'en')?.markdown ?? '';
    assert.match(said(page, 1), /^Page 02 [\s\S]*---\n\nHabits of this file: /);
    assert.match(
      said(page.slice(page.indexOf('河水')), 1),
      /Sure that an article starts here[\s\S]*Habits of this file/,
    );
    assert.doesNotMatch(said(page, page.indexOf('河水') + 1), /Habits/);
  });
});
