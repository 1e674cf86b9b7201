import type { PostKind } from './recipients.js';

/** D1: heads of Party committees, of authorities, of departments and Party boards, of the Front and the organisations. */
export const hostPostKinds = [
  'partySecretary',
  'deputySecretaryChairingCouncil',
  'councilChair',
  'committeeChair',
  'departmentHead',
  'partyBoardHead',
  'frontHead',
  'organisationHead',
] as const satisfies readonly PostKind[];

/** The kind of body whose heads D1 leaves out by name: the boards of the provincial People's Council. */
export const councilBoardKind = 'ban-hdnd';

/**
 * D1: whether whoever holds a post of this kind, or is in charge of it, in a body of this kind may host a conference.
 *
 * @param further kinds of post that may host besides, where the terms of the body say so (D13.1)
 */
export function mayHost(postKind: PostKind, bodyKind: string, further: readonly PostKind[] = []): boolean {
  return bodyKind !== councilBoardKind && [...hostPostKinds, ...further].includes(postKind);
}
