/** The link lets nobody act any more: it was used, revoked, or has expired, perhaps a moment ago. */
export class LinkClosed extends Error {
  override readonly name = 'LinkClosed';

  constructor(linkId: string, options: { readonly cause?: unknown } = {}) {
    super(`The link ${linkId} is closed`, options);
  }
}
