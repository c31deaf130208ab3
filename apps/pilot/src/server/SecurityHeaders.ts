/**
 * Security headers: what a browser may do with an answer.
 *
 * Scripts run only when they bear the nonce of this answer or are files of this app; nothing is framed, embedded or
 * kept. The app speaks plain HTTP on its own machine, so it demands no HTTPS; whatever stands before it has to.
 */
export const securityHeaders = (nonce: string): Readonly<Record<string, string>> => ({
  "content-security-policy": [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'"
  ].join("; "),
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-frame-options": "DENY",
  "permissions-policy": "camera=(), geolocation=(), microphone=()"
})
