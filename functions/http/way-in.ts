import { createHash, timingSafeEqual } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

type Answer = (event: APIGatewayProxyEventV2) => Promise<unknown>;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** `192.0.2.1:443` or `2001:db8::1:443`: the address without its port. */
const withoutPort = (viewer: string): string => viewer.slice(0, viewer.lastIndexOf(':'));

const CLOSED: APIGatewayProxyStructuredResultV2 = {
  statusCode: 403,
  headers: { 'cache-control': 'no-store' },
  body: '',
};

/**
 * Lets in what came through the content network, which alone knows the word, and tells the app the address people use
 * and who asks. Past it nobody gets in: no rule of the firewall and no limit by address can be gone around.
 */
export const throughWayIn = (wayIn: string, origin: string, answer: Answer) => {
  const word = digest(wayIn);
  const { host } = new URL(origin);
  return (event: APIGatewayProxyEventV2): Promise<unknown> => {
    const { 'x-way-in': given = '', 'cloudfront-viewer-address': viewer = '', ...headers } = event.headers;
    if (!timingSafeEqual(digest(given), word)) return Promise.resolve(CLOSED);
    return answer({
      ...event,
      headers: { ...headers, host, 'x-forwarded-for': withoutPort(viewer), 'x-forwarded-proto': 'https' },
      requestContext: { ...event.requestContext, domainName: host },
    });
  };
};
