import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { readDocx } from '#functions/documents/source/docx.ts';
import { readMarkdown } from '#functions/documents/source/markdown.ts';
import { readZip, UnreadableSource, writeZip } from '#functions/documents/source/zip.ts';
import { readBeside, readWithin } from '#functions/local/read-beside.ts';
import { cutText } from '#shared/documents/splitting.ts';
import type { ReadSource } from '#functions/documents/source/blocks.ts';
import { aConsultation, type TestConsultation } from '#test/support/builders.ts';
import {
  aDocx,
  added,
  bullet,
  docxParts,
  heading,
  note,
  p,
  run,
  struckOut,
  table,
  textBox,
} from '#test/support/docx.ts';
import { hostileStrings, OWN } from '#test/support/hostile.ts';
import { someoneIn } from '#test/support/people.ts';
import type { Resident } from '#test/support/resident.ts';
import { openSession } from '#functions/participants/service.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

const everythingOf = (source: ReadSource): string => {
  const { title = '', passages } = cutText(source);
  return [title, ...passages.flatMap((one) => [one.heading, one.text]), ...source.left.map(({ text }) => text)].join(
    ' ',
  );
};
const letters = (text: string): string[] => text.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
const lostFrom = (said: readonly string[], source: ReadSource): string[] => {
  const kept = new Set(letters(everythingOf(source)));
  return said.flatMap(letters).filter((word) => !kept.has(word));
};

const word = fc.constantFrom('rent', 'casă', 'حقٌّ', 'Житло', 'e\u0301te', 'R2', 'łódź', 'naïve', '42', 'ශ්‍රී');
const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((all) => all.join(' '));
const piece = fc.record({
  kind: fc.constantFrom('p', 'h', 'li', 'table', 'note', 'del', 'ins', 'box', 'field', 'math'),
  text: words,
});

describe('to whoever relies on nothing being dropped', () => {
  test('whatever stands in a Word file, every word of it is in a passage or in the list of what was not kept', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 12 }), async (pieces) => {
        const footnotes: Record<number, string> = {};
        const body = pieces.map(({ kind, text }, i) => {
          switch (kind) {
            case 'h':
              return heading(text, 1 + (i % 3));
            case 'li':
              return bullet(text, i % 3, 1 + (i % 2));
            case 'table':
              return table([text, 'x'], [text, text]);
            case 'note':
              footnotes[i + 1] = text;
              return p(run('Cited') + note(i + 1));
            case 'del':
              return p(run('Before ') + struckOut(text));
            case 'ins':
              return p(run('Before ') + added(text));
            case 'box':
              return p(run('Before') + textBox(text));
            case 'field':
              return p(`<w:fldSimple w:instr="X">${run(text)}</w:fldSimple>`);
            case 'math':
              return p(`<m:oMath><m:r><m:t>${text}</m:t></m:r></m:oMath><w:unheardOf>${run(text)}</w:unheardOf>`);
            default:
              return p(run(text));
          }
        });
        const source = await readDocx(aDocx(body.join(''), { footnotes }));
        expect(
          lostFrom(
            pieces.map(({ text }) => text),
            source,
          ),
        ).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('the same holds for Markdown', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
        const text = pieces.map(({ kind, text: said }, i) => {
          if (kind === 'h') return `${'#'.repeat(1 + (i % 3))} ${said}`;
          if (kind === 'li') return `${'  '.repeat(i % 2)}- ${said}`;
          if (kind === 'table') return `| ${said} | x |\n| --- | --- |\n| *${said}* | ${said} |`;
          if (kind === 'note') return `Cited[^${i}].\n\n[^${i}]: ${said}`;
          if (kind === 'del') return `<!-- ${said} -->`;
          if (kind === 'box') return `> ${said}\n> - ${said}`;
          if (kind === 'field') return `![${said}](x.png)`;
          return said;
        });
        expect(
          lostFrom(
            pieces.map((one) => one.text),
            readMarkdown(text.join('\n\n')),
          ),
        ).toEqual([]);
      }),
    );
  });
});

describe('to the city whose server reads what strangers made', () => {
  const parts = (document: string) => docxParts('', { document });
  const bomb = (size: number): Buffer => {
    const packed = deflateRawSync(Buffer.alloc(size, 32), { level: 9 });
    const zip = writeZip(new Map([['word/document.xml', packed]]));
    // The archive says that the part is packed, and, as every bomb does, that it is small.
    zip.writeUInt16LE(8, 8);
    zip.writeUInt16LE(8, zip.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 10);
    return zip;
  };

  test('a file that grows when it is unpacked stops growing at the limit', () => {
    expect(() => readZip(bomb(9 * 1024 * 1024), () => true)).toThrow(UnreadableSource);
    expect(readZip(bomb(1024), () => true).get('word/document.xml')).toHaveLength(1024);
    const many = new Map(
      Array.from({ length: 30 }, (_, i) => [`word/header${i}.xml`, Buffer.alloc(1024 * 1024)] as const),
    );
    expect(() => readZip(writeZip(many), () => true)).toThrow(UnreadableSource);
  });

  test('what is no archive, cut short, locked, without a text, too deep or declares entities is refused', async () => {
    const good = aDocx(p(run('Words.')));
    const locked = Buffer.from(good);
    locked[locked.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 8]! |= 1;
    const deep = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${'<w:sdt>'.repeat(10_000)}`;
    const lol = '<!DOCTYPE a [<!ENTITY b "lol"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>';
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from('PK'),
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
      good.subarray(0, good.length - 30),
      locked,
      writeZip(new Map()),
      writeZip(parts('<a')),
      writeZip(parts('<a></b></a></c>')),
      writeZip(parts(deep)),
      writeZip(parts(lol)),
    ])
      await expect(readDocx(bytes)).rejects.toThrow();
  });

  test('a file in which any byte was changed is read or refused, and never hangs or takes the server along', async () => {
    const good = aDocx(heading('A') + p(run('Words.')) + table(['a', 'b']));
    for (let at = 0; at < good.length; at += 37) {
      const bad = Buffer.from(good);
      bad[at] = (bad[at] ?? 0) ^ 0x55;
      await readDocx(bad).then(
        (source) => expect(source.blocks).toBeDefined(),
        (error: unknown) => expect(error).toBeInstanceOf(Error),
      );
    }
  });

  test('a table that says it has a milliard of columns has one', async () => {
    const wide = `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>${p(run('Cell'))}</w:tc></w:tr></w:tbl>`;
    const { passages } = cutText(await readDocx(aDocx(wide)));
    expect(passages[0]?.text).toBe('| Cell |');
  });

  test('a text made to be slow ends with its own thread', async () => {
    await expect(readWithin(1_000)({ format: 'markdown', text: 'a**'.repeat(100_000) })).rejects.toThrow();
    expect((await readBeside({ format: 'markdown', text: '# A\n\nb' })).blocks).toHaveLength(2);
  });
});

describe('to everybody, about hostile words in a text', () => {
  let world: TestWorld;
  let made: TestConsultation;
  let coordinator: Resident;
  beforeAll(async () => {
    world = await aWorld();
    made = await aConsultation(world, { draft: true, passages: 0 });
    coordinator = someoneIn(world);
    coordinator.useCookie(`__Host-session=${await openSession(world, made.coordinator.participant)}`);
  });
  afterAll(() => world.end());

  test('each comes back as words or is refused with a clear 4xx, pasted and in a Word file', async () => {
    const given = hostileStrings();
    const all = [...OWN, ...(given?.naughty ?? []).slice(0, 80), ...(given?.scripts ?? []).slice(0, 20)];
    let version = 0;
    for (const text of all) {
      const sent = [
        { format: 'markdown', text },
        { format: 'docx', file: aDocx(p(run(text))).toString('base64') },
      ];
      for (const one of sent) {
        const body = { mode: 'replace', language: 'en', kind: 'handbook', version, ...one };
        const { status } = await coordinator.send('POST', `/consultations/${made.consultation.id}/text`, body);
        expect([text.slice(0, 40), status]).toEqual([text.slice(0, 40), status === 400 ? 400 : 204]);
        if (status === 204) version++;
      }
    }
    expect(version).toBeGreaterThan(all.length);
  });
});
