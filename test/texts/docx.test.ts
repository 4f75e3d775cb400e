import { describe, expect, test } from 'vitest';
import { readDocx } from '#functions/documents/source/docx.ts';
import { cutText } from '#shared/documents/splitting.ts';
import {
  added,
  aDocx,
  bullet,
  comment,
  heading,
  note,
  p,
  picture,
  run,
  struckOut,
  table,
  textBox,
} from '#test/support/docx.ts';

const read = async (body: string, given: Parameters<typeof aDocx>[1] = {}) => {
  const source = await readDocx(aDocx(body, given));
  return { ...cutText(source), left: source.left };
};

describe('to the coordinator who uploads what her office wrote in Word', () => {
  test('headings, lists, tables, links and notes become passages, in the order of the text', async () => {
    const { title, passages, left } = await read(
      p(run('Homes for all'), 'Titolo') +
        p(run('What the city plans.')) +
        heading('Rents') +
        p(run('No rent rises', '<w:b/>') + run(' by more than 3 %') + note(1) + run(' a year.')) +
        bullet('in the old town') +
        bullet('along the river', 1) +
        bullet('first', 0, 2) +
        bullet('second', 0, 2) +
        heading('Lifts') +
        table(['District', 'Lifts'], ['North', '4'], ['South | West', '7']) +
        p(`<w:hyperlink r:id="rId5">${run('The plan')}</w:hyperlink>` + note(2, 'endnote')),
      { footnotes: { 1: 'As the law of 2024 says.' }, endnotes: { 2: 'Adopted in May.' } },
    );
    expect(title).toBe('Homes for all');
    expect(passages).toEqual([
      { heading: 'Homes for all', text: 'What the city plans.' },
      {
        heading: 'Rents',
        text: 'No rent rises by more than 3 %[1] a year.\n\n• in the old town\n  • along the river\n\n1. first\n2. second\n\n[1] As the law of 2024 says.',
      },
      {
        heading: 'Lifts',
        text: '| District | Lifts |\n| North | 4 |\n| South \\| West | 7 |\n\nThe plan (https://example.org/plan)[2]\n\n[2] Adopted in May.',
      },
    ]);
    expect(left).toEqual([]);
  });

  test('Arabic, mixed directions and combining marks come through letter by letter', async () => {
    const arabic = 'لكلِّ شخصٍ الحقُّ في سكنٍ لائق (WHO 2018) بسعر ٣٠٠ يورو.';
    const { passages } = await read(
      heading('السَّكَن') +
        p(run(arabic, '<w:rtl/>'), '', '<w:bidi/>') +
        p(`<w:bdo w:val="rtl">${run('من اليمين')}</w:bdo><w:dir w:val="ltr">${run(' left')}</w:dir>`) +
        p(run('Cafe\u0301 și țară')),
    );
    expect(passages).toEqual([{ heading: 'السَّكَن', text: `${arabic}\n\nمن اليمين left\n\nCafe\u0301 și țară` }]);
  });

  test('what cannot be kept is said one by one, with its words and its place', async () => {
    const { passages, left } = await read(
      p(run('Contents ... 1'), 'Sommario1') +
        p(run('Rents ... 2'), 'Sommario1') +
        p(run('We build ') + struckOut('ten') + struckOut(' high') + added('twelve') + run(' homes.') + comment(0)) +
        p(run('See the map.') + picture('A map of the district') + textBox('Did you know?')) +
        p(run('It costs ') + '<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>' + run(' euro.')),
      {
        comments: { 0: 'Really twelve?', 7: 'A comment that nobody finds.' },
        header: 'Draft of 3 May',
        footer: 'Page 1',
      },
    );
    expect(passages.map(({ text }) => text)).toEqual([
      'We build twelve homes.\n\nSee the map.\n\nIt costs  euro.'.replace('  ', ' '),
    ]);
    expect(left).toEqual([
      { kind: 'contents', where: '', text: 'Contents ... 1\nRents ... 2' },
      { kind: 'deletion', where: 'We build twelve homes.', text: 'ten high' },
      { kind: 'addition', where: 'We build twelve homes.', text: 'twelve' },
      { kind: 'comment', where: 'We build twelve homes.', text: 'Really twelve?' },
      { kind: 'picture', where: 'See the map.', text: 'A map of the district' },
      { kind: 'text-box', where: 'See the map.', text: 'Did you know?' },
      { kind: 'formula', where: 'It costs euro.', text: 'a+b' },
      { kind: 'comment', where: '', text: 'A comment that nobody finds.' },
      { kind: 'header', where: '', text: 'Draft of 3 May' },
      { kind: 'footer', where: '', text: 'Page 1' },
    ]);
  });

  test('numbers that Word counts by itself, and words in elements that nobody knows, are named', async () => {
    const counted = p(run('Scope'), 'Titolo1', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>');
    const { left, passages } = await read(
      counted +
        p(`<w:fldSimple w:instr="PAGE">${run('in a field')}</w:fldSimple><w:strange>${run('hidden here')}</w:strange>`),
    );
    expect(passages).toEqual([{ heading: 'Scope', text: 'in a field' }]);
    expect(left).toEqual([
      { kind: 'numbering', where: 'Scope', text: '' },
      { kind: 'other', where: 'in a fieldhidden here', text: 'fieldhidden here' },
    ]);
  });
});
