import type { ReadSource } from './blocks.ts';

/** A text as somebody sent it. */
export type SentSource = { format: 'markdown'; text: string } | { format: 'docx'; bytes: Uint8Array };

/** Who reads it: this thread, or one of its own beside the one that answers requests. */
export type SourceReader = (sent: SentSource) => Promise<ReadSource>;

/** Reads a text. The libraries for it are big and seldom needed: each is loaded when it is first asked for. */
export const readSource: SourceReader = async (sent) => {
  if (sent.format === 'markdown') return (await import('./markdown.ts')).readMarkdown(sent.text);
  return (await import('./docx.ts')).readDocx(Buffer.from(sent.bytes));
};
