import jsQR from 'jsqr';
import type { BrowserContext, Page } from 'playwright-core';

/** What a phone's camera reads from the picture code on a page. */
export const scan = async (page: Page, context: BrowserContext, where = '.person-card-qr svg'): Promise<string> => {
  const picture = await page
    .locator(where)
    .first()
    .evaluate((svg) => new XMLSerializer().serializeToString(svg));
  const desk = await context.newPage();
  const { data, width, height } = await desk.evaluate(async (source) => {
    const image = new Image(400, 400);
    image.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
    await image.decode();
    const paper = new OffscreenCanvas(400, 400).getContext('2d');
    paper?.drawImage(image, 0, 0, 400, 400);
    const pixels = paper?.getImageData(0, 0, 400, 400);
    return { data: [...(pixels?.data ?? [])], width: 400, height: 400 };
  }, picture);
  await desk.close();
  const found = jsQR(Uint8ClampedArray.from(data), width, height);
  if (!found) throw new Error('No camera could read this picture code.');
  return found.data;
};
