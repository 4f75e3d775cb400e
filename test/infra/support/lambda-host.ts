import { pathToFileURL } from 'node:url';

/** What Lambda does with a bundle: loads it in a process of its own, and hands it one event after another. */
const [, , bundle = ''] = process.argv;
const begun = performance.now();
const { handler } = (await import(pathToFileURL(bundle).href)) as {
  handler: (event: unknown, context: unknown) => Promise<unknown>;
};
const context = { awsRequestId: 'test', getRemainingTimeInMillis: () => 60_000 };

process.on('message', ({ id, event }: { id: number; event: unknown }) => {
  handler(event, context).then(
    (answer) => process.send?.({ id, answer }),
    (error: unknown) =>
      process.send?.({ id, error: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown' }),
  );
});
process.send?.({ id: 0, answer: performance.now() - begun });
