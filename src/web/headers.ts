// What every answer says to browsers: nothing runs, nothing comes from elsewhere, nobody frames it.
import { createHash } from 'node:crypto';
import { secureHeaders } from 'hono/secure-headers';

/** Of a page with a style of its own inside, and nothing else from anywhere. */
export const ownStylePolicy = (style: string): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Of the wall screen, which has a script and asks for itself. */
export const WALL_POLICY =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What a handler has said itself stands. */
export const strictHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    fontSrc: ["'self'"],
    imgSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  xFrameOptions: 'DENY',
  referrerPolicy: 'no-referrer',
  // Whether the address is only ever reached by TLS is for whoever holds it to say: the relay in front.
  strictTransportSecurity: false,
  xXssProtection: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  overwrite: false,
});
