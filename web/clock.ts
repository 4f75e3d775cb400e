import { MINUTE, instant, milliseconds, systemClock, type Instant } from '#shared/time.ts';

/**
 * The clock of a page. A phone set by hand may be hours wrong, and would say that voting is over when it is not: the
 * moment at which the server made this page knows better, unless the browser kept the page from another time.
 */
export const clockFrom = (madeAt: Instant): (() => Instant) => {
  const [loaded] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const wrong = loaded?.transferSize ? milliseconds(madeAt) - systemClock() : 0;
  // A page may have waited some seconds on its way.
  const ahead = Math.abs(wrong) > MINUTE ? wrong : 0;
  return () => instant(systemClock() + ahead);
};
