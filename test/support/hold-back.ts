import type { Visitor } from './visitor.ts';

/** What is asked of these addresses waits on its way until the answer is called, which is done once it has arrived. */
export const holdBack = async ({ page }: Visitor, addresses: string): Promise<() => Promise<void>> => {
  const { promise: line, resolve: letGo } = Promise.withResolvers<void>();
  await page.route(addresses, (route) => line.then(() => route.continue()));
  return async () => {
    const arrived = page.waitForResponse(addresses);
    letGo();
    await (await arrived).finished();
    // What the page makes of it may ask for more.
    await page.waitForLoadState('networkidle');
  };
};
