import { beforeAll, describe, expect, test } from 'vitest';
import { Hono } from 'hono';
import { securityHeaders } from '#functions/http/headers.ts';
import { SESSION_COOKIE } from '#functions/http/session-cookie.ts';
import { STAGES } from '#infra/stages.ts';
import { onlyOf, resourcesOf, synthesised, type Template } from './support/synthesised.ts';

let prod: Template;
const text = (value: unknown): string => JSON.stringify(value);

beforeAll(() => {
  prod = synthesised({ prod: STAGES.prod })['EqualSay-prod'] as Template;
});

describe('to everybody who reads and votes', () => {
  type Behaviour = {
    PathPattern?: string;
    CachePolicyId: { Ref: string };
    ViewerProtocolPolicy: string;
    Compress: boolean;
  };
  const config = () => {
    const distribution = onlyOf(prod, 'AWS::CloudFront::Distribution');
    return distribution.Properties.DistributionConfig as {
      DefaultCacheBehavior: Behaviour;
      CacheBehaviors: Behaviour[];
    };
  };

  test('the session is part of the key of every kept answer, so nobody is shown the page of another', () => {
    const { DefaultCacheBehavior, CacheBehaviors } = config();
    for (const path of [undefined, '/', '/join']) {
      const behaviour = path ? CacheBehaviors.find(({ PathPattern }) => PathPattern === path) : DefaultCacheBehavior;
      const policy = resourcesOf(prod, 'AWS::CloudFront::CachePolicy').find(
        ({ id }) => id === behaviour?.CachePolicyId.Ref,
      );
      expect(policy?.Properties).toMatchObject({
        CachePolicyConfig: {
          DefaultTTL: 0,
          MinTTL: 0,
          ParametersInCacheKeyAndForwardedToOrigin: {
            CookiesConfig: { CookieBehavior: 'whitelist', Cookies: [SESSION_COOKIE] },
            QueryStringsConfig: { QueryStringBehavior: 'all' },
            EnableAcceptEncodingBrotli: true,
          },
        },
      });
      if (path) expect(text(policy?.Properties)).toContain('Accept-Language');
    }
  });

  test('everything comes over TLS and compressed', () => {
    const { DefaultCacheBehavior, CacheBehaviors } = config();
    for (const behaviour of [DefaultCacheBehavior, ...CacheBehaviors]) {
      expect(behaviour).toMatchObject({ ViewerProtocolPolicy: 'redirect-to-https', Compress: true });
    }
    expect(text(config())).toContain('"MinimumProtocolVersion":"TLSv1.2_2021"');
  });

  test('the app is told what it needs to answer in her language and to know its own pages, but no user agent and no referrer', () => {
    const policy = onlyOf(prod, 'AWS::CloudFront::OriginRequestPolicy');
    const { Headers } = (policy.Properties.OriginRequestPolicyConfig as { HeadersConfig: { Headers: string[] } })
      .HeadersConfig;
    const told = Headers.map((header) => header.toLowerCase());
    expect(told.filter((header) => ['user-agent', 'referer', 'host'].includes(header))).toEqual([]);
    expect(told).toEqual(expect.arrayContaining(['accept-language', 'origin', 'sec-fetch-site', 'x-locale']));
  });

  test('files carry the same security headers as answers of the app', async () => {
    const response = await new Hono()
      .use(securityHeaders)
      .get('/', (c) => c.body(null))
      .request('/');
    const policy = onlyOf(prod, 'AWS::CloudFront::ResponseHeadersPolicy');
    const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } = policy.Properties
      .ResponseHeadersPolicyConfig as {
      SecurityHeadersConfig: Record<string, Record<string, unknown>>;
      CustomHeadersConfig: { Items: { Header: string; Value: string }[] };
    };
    const hsts = security.StrictTransportSecurity;
    const said = {
      'content-security-policy': security.ContentSecurityPolicy?.ContentSecurityPolicy,
      'referrer-policy': security.ReferrerPolicy?.ReferrerPolicy,
      'strict-transport-security': `max-age=${String(hsts?.AccessControlMaxAgeSec)}${hsts?.IncludeSubdomains ? '; includeSubDomains' : ''}`,
      'x-content-type-options': security.ContentTypeOptions ? 'nosniff' : '',
      'x-frame-options': security.FrameOptions?.FrameOption,
      'x-xss-protection': security.XSSProtection?.Protection === false ? '0' : '1',
      ...Object.fromEntries(custom.Items.map(({ Header, Value }) => [Header, Value])),
    };
    expect(said).toEqual(Object.fromEntries(response.headers));
  });

  test('hashed files are kept for a year, and old ones stay for pages that were opened before a deploy', () => {
    const copies = resourcesOf(prod, 'Custom::CDKBucketDeployment');
    expect(copies).toHaveLength(2);
    expect(copies.map(({ Properties }) => Properties.Prune)).toEqual([false, false]);
    expect(text(copies)).toContain('public, max-age=31536000, immutable');
  });
});
