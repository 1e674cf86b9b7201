import { dateAt, linkedActs, linkGoodUntil } from '@dialogue/domain';
import { hashOfSecret, newSecret, type DeliveryToSend, type LinkIssuer } from '@dialogue/persistence';

interface ActionLinkPorts {
  readonly links: LinkIssuer;
  readonly publicUrl: string;
}

/**
 * The link by which the body of a letter reads its case and acts on it without an account (D11.1c); null where the letter
 * asks nothing of an agency. Each attempt to send has one of its own, since the token is written into the letter alone.
 */
export async function actionLinkOf(
  { links, publicUrl }: ActionLinkPorts,
  delivery: DeliveryToSend,
): Promise<string | null> {
  const { id: deliveryId, header, letter, role, recipient } = delivery;
  const { caseKind, caseId } = header;
  if (caseKind !== 'petition' && caseKind !== 'conference') return null;
  if (recipient === null || recipient.kind === 'petitioner' || linkedActs(letter, role) === null) return null;
  const token = newSecret();
  await links.issue({
    ...{ tokenHash: hashOfSecret(token), deliveryId, caseKind, caseId },
    organisation: recipient.organisation.code,
    goodUntil: linkGoodUntil(letter, dateAt(Date.now())),
  });
  return new URL(`/l/${token}`, publicUrl).href;
}
