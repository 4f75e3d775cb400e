import { createMiddleware } from 'hono/factory';
import { secureHeaders } from 'hono/secure-headers';

type Frames = { may: "'self'" | "'none'"; show?: "'self'" };

const headersFor = ({ may, show }: Frames) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      workerSrc: ["'self'"],
      manifestSrc: ["'self'"],
      ...(show && { frameSrc: [show] }),
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: [may],
    },
    strictTransportSecurity: 'max-age=63072000; includeSubDomains',
    xFrameOptions: may === "'self'" ? 'SAMEORIGIN' : 'DENY',
    referrerPolicy: 'no-referrer',
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [] },
  });

const everywhere = headersFor({ may: "'none'" });
const preview = headersFor({ may: "'none'", show: "'self'" });
const previewed = headersFor({ may: "'self'" });

const PREVIEW = /^\/[^/]+\/c\/[^/]+\/desk\/preview\/?$/;
const OF_RESIDENTS = /^\/[^/]+\/c\/(?!.*\/desk)/;

/**
 * The same on every answer, here and in the cloud. Scripts and styles are files of ours: nothing inline, no nonce. No page
 * stands in a frame, but what residents see of a consultation in its preview on the desk, on our own site.
 */
export const securityHeaders = createMiddleware((c, next) => {
  if (PREVIEW.test(c.req.path)) return preview(c, next);
  const isInOurFrame = c.req.header('sec-fetch-dest') === 'iframe' && c.req.header('sec-fetch-site') === 'same-origin';
  return isInOurFrame && OF_RESIDENTS.test(c.req.path) ? previewed(c, next) : everywhere(c, next);
});
