import axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { launchChromium } from '#test/support/chromium.ts';
const min = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
console.log(axe.source.length, min.length);
const b = await launchChromium();
const O = `http://localhost:${process.env.PORT ?? 4556}`;
const c = await b.newContext({ viewport: { width: 360, height: 740 } });
const p = await c.newPage();
for (let i = 0; i < 5; i++)
  for (const [n, src] of [
    ['source', axe.source],
    ['min', min],
    ['cdp-min', min],
  ] as const) {
    await p.goto(O + '/en/p/solmira');
    await p.waitForTimeout(300);
    const t = performance.now();
    if (n === 'cdp-min') {
      const s = await c.newCDPSession(p);
      await s.send('Runtime.evaluate', { expression: src + ';0', returnByValue: true });
      await s.detach();
    } else await p.evaluate(src + ';0');
    console.log(n, Math.round(performance.now() - t));
  }
await b.close();
