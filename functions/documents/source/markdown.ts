import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { blocksOf, type ReadSource } from './blocks.ts';

/** Markdown as people write it (CommonMark with tables, notes and task lists); plain text is Markdown too. */
export const readMarkdown = (text: string): ReadSource =>
  blocksOf(fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
