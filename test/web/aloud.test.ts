import type { BrowserContext } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFindings } from '#test/support/axe.ts';
import { aBrowser } from '#test/support/browser.ts';
import { aRunningTown } from '#test/support/running-town.ts';
import { signIn } from '#test/support/states.ts';
import { wordsIn } from '#test/support/wording.ts';
import { stepsOf } from '#test/journeys/steps.ts';

const town = aRunningTown('Solmira');
const browser = aBrowser();

type Voice = { lang: string; localService: boolean };

/**
 * A device's voices and its loudspeaker: the one thing here that a machine without them lacks. What was said lies in
 * `said`, and each sentence lasts until `endOfSentence` is called.
 */
const withVoices = (context: BrowserContext, voices: readonly Voice[]) =>
  context.addInitScript((given) => {
    const said: { text: string; lang: string }[] = [];
    let waiting: EventTarget[] = [];
    class Utterance extends EventTarget {
      lang = '';
      voice: unknown;
      text: string;
      constructor(text: string) {
        super();
        this.text = text;
      }
    }
    const device = Object.assign(new EventTarget(), {
      known: [] as readonly Voice[],
      getVoices: () => device.known,
      speak(utterance: Utterance) {
        waiting.push(utterance);
        said.push({ text: utterance.text, lang: utterance.lang });
      },
      cancel: () => void (waiting = []),
    });
    Object.defineProperty(globalThis, 'speechSynthesis', { value: device });
    const heard = {
      said,
      isSpeaking: () => waiting.length > 0,
      endOfSentence: () => waiting.shift()?.dispatchEvent(new Event('end')),
      // As browsers do it: some time after the page has come.
      voicesCome: () => {
        device.known = given;
        device.dispatchEvent(new Event('voiceschanged'));
      },
    };
    Object.assign(globalThis, { SpeechSynthesisUtterance: Utterance, heard });
  }, voices);

type Device = {
  said: { text: string; lang: string }[];
  isSpeaking: () => boolean;
  endOfSentence: () => boolean;
  voicesCome: () => void;
};
/** In the page itself. */
declare const heard: Device;

test('A card is read aloud by a voice of the device, until she stops it or goes on to the next card', async () => {
  const visitor = await browser.visitor(town().address, { locale: 'it' });
  const own = ['ita-x-lvariant-f00', 'en_GB', 'ara_XA'];
  await withVoices(visitor.context, [
    ...['it-IT', 'en-GB', 'ar-SA', 'yue'].map((lang) => ({ lang, localService: false })),
    ...own.map((lang) => ({ lang, localService: true })),
  ]);
  const steps = stepsOf(town(), visitor, town().in('suggesting'));
  await signIn(visitor, town());
  const { page } = visitor;
  await visitor.go(`${steps.home}/deck`);
  const listen = page.locator('.deck-card').getByRole('button', { name: steps.words('aloud.listen') });
  const stop = page.locator('.deck-card').getByRole('button', { name: steps.words('aloud.stop') });
  await expect.poll(() => page.locator('.aloud').count()).toBe(0);

  await page.evaluate(() => heard.voicesCome());
  await visitor.tap(listen.first());
  await stop.waitFor();
  const words = await page.locator('.deck-card .words').first().innerText();
  const said = await page.evaluate(() => heard.said);
  expect(said.map(({ text }) => text).join(' ')).toBe(words.replaceAll(/\s+/g, ' ').trim());
  expect(said.filter(({ lang }) => !own.includes(lang))).toEqual([]);
  expect(await axeFindings(page)).toEqual([]);

  await visitor.tap(stop);
  await listen.first().waitFor();
  await expect.poll(() => page.evaluate(() => heard.isSpeaking())).toBe(false);

  await visitor.tap(listen.first());
  await page.waitForFunction(() => heard.isSpeaking());
  await steps.voteInDeck('pass');
  await expect.poll(() => page.evaluate(() => heard.isSpeaking())).toBe(false);
  await listen.first().waitFor();
  await expect.poll(() => stop.count()).toBe(0);

  await visitor.tap(listen.first());
  await stop.waitFor();
  while (await page.evaluate(() => heard.endOfSentence()));
  await listen.first().waitFor();
});

test('Whoever leaves quickly is heard no more, before the other site has come', async () => {
  const visitor = await browser.visitor(town().address);
  await withVoices(visitor.context, [{ lang: 'en-GB', localService: true }]);
  const words = wordsIn('en');
  const { page } = visitor;
  await visitor.go(`/en/c/${town().in('suggesting').id}/join`);
  await page.evaluate(() => heard.voicesCome());
  await visitor.tap(page.getByRole('button', { name: words('aloud.listen') }).first());
  await page.waitForFunction(() => heard.isSpeaking());
  await page.evaluate(() => void (document.body.hidden = true));
  await page.waitForFunction(() => !heard.isSpeaking());
});

test('Where no voice of the device knows the language there is no such button: no page is sent to the maker of a voice', async () => {
  const visitor = await browser.visitor(town().address, { locale: 'uk' });
  await withVoices(visitor.context, [
    { lang: 'uk-UA', localService: false },
    { lang: 'fr-FR', localService: true },
  ]);
  const { page } = visitor;
  await visitor.go(`/uk/c/${town().in('suggesting').id}/join`);
  await page.evaluate(() => {
    const french = Object.assign(document.createElement('p'), {
      className: 'words',
      lang: 'fr',
      textContent: 'Bonjour.',
    });
    document.querySelector('main')?.append(french);
    heard.voicesCome();
  });
  const button = page.locator('.aloud button');
  await button.waitFor();
  await expect.poll(() => button.allTextContents()).toEqual([`${wordsIn('uk')('aloud.listen')}Français`]);
});
